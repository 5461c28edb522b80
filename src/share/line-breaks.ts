/** Where the words of a card may break. Widths are in em, at a close estimate. */

/** Half for what is drawn narrow: ASCII, and brackets. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[ -~「」『』（）【】]/u.test(char) ? 0.6 : 1), 0);

const wordsOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter('ja', { granularity: 'word' }).segment(text), (w) => w.segment);

/** A piece that is wider than a line is cut between words, a word between characters. */
function parts(pieces: readonly string[], em: number): string[] {
  const split = (piece: string, cut: (text: string) => string[]) =>
    width(piece) > em ? cut(piece) : [piece];
  return pieces
    .flatMap((piece) => split(piece, wordsOf))
    .flatMap((word) => split(word, Array.from<string>));
}

/** The pieces with a zero-width space where a line of `em` may end. */
export const breakable = (pieces: readonly string[], em: number): string =>
  parts(pieces, em).join('\u200B');

export function lineCount(pieces: readonly string[], em: number): number {
  let [lines, used] = [1, 0];
  for (const part of parts(pieces, em)) {
    if (used > 0 && used + width(part) > em) [lines, used] = [lines + 1, 0];
    used += width(part);
  }
  return lines;
}

/** The names of a list, each with its comma; where not all fit, … follows the last that does. */
export function namesThatFit(list: string, em: number, lines: number): string {
  let names = list.split(/(?<=、)/u);
  while (names.length > 1 && lineCount(names, em) > lines)
    names = [...names.slice(0, -2), `${names.at(-2)?.replace(/、?$/u, '') ?? ''}…`];
  return breakable(names, em);
}
