/** A redirect that a server may answer: the page has moved by `redirects.yaml`. */
export interface Redirect {
  /** With the base, as a reader asks for it. */
  from: string;
  to: string;
}
