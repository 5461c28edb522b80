/** Breaks Japanese text into lines between words, as a typesetter would. */

/** 禁則: what may not begin a line, and what may not end one. */
const NOT_FIRST =
  /^[、。，．・：；！？!?)\]）」』】〉》”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々～…%％]/u;
const NOT_LAST = /[(（「『【〈《“‘\[]$/u;
/** A particle or an ending stays with the word before it. */
const TAIL = /^[ぁ-ゖ]+$/u;

/** Width in em, near enough for the faces we draw with: half for ASCII, one for the rest. */
export const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 0.58 : 1), 0);

/**
 * At most `lines` lines of at most `em`, as even as the places `cut` finds allow; undefined if it
 * takes more.
 * Joined, the lines are the text, but for spaces at their ends.
 */
export function wrap(
  text: string,
  em: number,
  lines: number,
  cut: (text: string) => string[] = phrases,
): string[] | undefined {
  const pieces = cut(text).flatMap((phrase) => (width(phrase) > em ? [...phrase] : [phrase]));
  const fitting = fill(pieces, em);
  if (fitting.length > lines) return undefined;
  // The narrowest measure that needs no further line makes the lines even.
  for (let measure = em / 2; measure < em; measure += 0.5) {
    const even = fill(pieces, measure);
    if (even.length === fitting.length && even.every((line) => width(line) <= em)) return even;
  }
  return fitting;
}

/** The text cut where a line may end. */
function phrases(text: string): string[] {
  const words = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);
  const joined: string[] = [];
  for (const { segment } of words) {
    const last = joined.at(-1);
    const sticks = NOT_FIRST.test(segment) || TAIL.test(segment) || /^\s+$/u.test(segment);
    if (last !== undefined && (sticks || NOT_LAST.test(last)))
      joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

function fill(pieces: readonly string[], em: number): string[] {
  const lines = [''];
  for (const piece of pieces) {
    const longer = (lines.at(-1) ?? '') + piece;
    if (lines.at(-1) !== '' && width(longer.trimEnd()) > em) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trim());
}
