/** Parts an activity's text into its outermost brackets and the running words between them. */

export interface Piece {
  /** Whether the words are in brackets. */
  note: boolean;
  words: string;
}
export interface Pieces {
  pieces: Piece[];
  /** Whether every bracket has its other half. */
  balanced: boolean;
}

const OPENING = '(（[［〔【〈《{｛';
const CLOSING = ')）]］〕】〉》}｝';

/** Halves of different widths belong together. What an unclosed bracket opens runs to the end. */
export function bracketed(text: string): Pieces {
  const pieces: Piece[] = [];
  let [words, depth, balanced] = ['', 0, true];
  const close = (note: boolean) => {
    if (note || words !== '') pieces.push({ note, words });
    words = '';
  };
  for (const char of text) {
    const opens = OPENING.includes(char);
    const closes = CLOSING.includes(char);
    if (opens && depth++ === 0) close(false);
    else if (closes && depth > 0 && --depth === 0) close(true);
    else words += char;
    if (closes && depth === 0 && words.endsWith(char)) balanced = false;
  }
  if (depth > 0) balanced = false;
  close(depth > 0);
  return { pieces, balanced };
}
