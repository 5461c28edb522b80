export interface Pieces {
  /** The words in each outermost pair of brackets, and the words between them. */
  pieces: { note: boolean; words: string }[];
  /** Whether every bracket has its other half. */
  balanced: boolean;
}

const OPENING = '(（[［〔【〈《{｛';
const CLOSING = ')）]］〕】〉》}｝';

/** Halves of different widths belong together. What an unclosed bracket opens runs to the end. */
export function bracketed(text: string): Pieces {
  const pieces: Pieces['pieces'] = [];
  let [words, depth, balanced] = ['', 0, true];
  const close = (note: boolean) => {
    if (note || words !== '') pieces.push({ note, words });
    words = '';
  };
  for (const char of text) {
    const closes = CLOSING.includes(char);
    if (OPENING.includes(char) && depth++ === 0) close(false);
    else if (closes && depth > 0 && --depth === 0) close(true);
    else words += char;
    if (closes && depth === 0 && words.endsWith(char)) balanced = false;
  }
  close(depth > 0);
  return { pieces, balanced: balanced && depth === 0 };
}
