/** An address that a server sends on, since the content says that its page has moved. */
export interface Redirect {
  /** With the base, as a reader asks for it. */
  from: string;
  to: string;
}
