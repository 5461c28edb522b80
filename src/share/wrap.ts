/** Breaks Japanese text into lines between words, as a typesetter would. */

import { phrases } from '#model/phrases.ts';

/** Width in em, near enough for the faces we draw with: half for ASCII, one for the rest. */
export const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 0.58 : 1), 0);

/**
 * At most `lines` lines of at most `em`, as even as the places `cut` finds allow; undefined if it
 * takes more. A piece that is wider than a line is cut between words, a word between characters.
 * Joined, the lines are the text, but for spaces at their ends.
 */
export function wrap(
  text: string,
  em: number,
  lines: number,
  cut: (text: string) => string[] = phrases,
): string[] | undefined {
  const split = (piece: string, parts: (piece: string) => string[]) =>
    width(piece) > em ? parts(piece) : [piece];
  const pieces = cut(text)
    .flatMap((phrase) => split(phrase, words))
    .flatMap((word) => split(word, Array.from));
  const fitting = fill(pieces, em);
  if (fitting.length > lines) return undefined;
  // The narrowest measure that needs no further line makes the lines even.
  for (let measure = em / 2; measure < em; measure += 0.5) {
    const even = fill(pieces, measure);
    if (even.length === fitting.length && even.every((line) => width(line) <= em)) return even;
  }
  return fitting;
}

const words = (text: string): string[] =>
  Array.from(
    new Intl.Segmenter('ja', { granularity: 'word' }).segment(text),
    ({ segment }) => segment,
  );

function fill(pieces: readonly string[], em: number): string[] {
  const lines = [''];
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.at(-1) !== '' && width(longer.trimEnd()) > em) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim());
}
