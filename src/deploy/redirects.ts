/** Addresses that a server sends on. Pages that have moved are told by the content. */
export interface Redirect {
  /** With the base, as a reader asks for it. */
  from: string;
  to: string;
}
