/** The stretch of a text that shows a hit, cut into marked and unmarked pieces. */
import type { Field } from './doc.ts';
import { foldWithPlaces } from './fold.ts';

export interface Stretch {
  text: string;
  marked: boolean;
}
// One character with its voicing marks, as long as it may be.
const LAST = /^.[\uff9e\uff9f\u3099\u309a]*/u;
type Range = [from: number, to: number];

/** All of the text, its hits marked. `field` is the same text folded; `marks` are folded. */
export function mark(text: string, field: Field, marks: readonly string[]): Stretch[] {
  return cut(text, 0, text.length, places(text, field, marks));
}

/** About `length` characters around the first hit, or the beginning of the text. */
export function excerpt(
  text: string,
  field: Field,
  marks: readonly string[],
  length = 90,
): Stretch[] {
  const ranges = places(text, field, marks);
  const first = ranges[0]?.[0] ?? 0;
  if (text.length <= length * 1.3) return cut(text, 0, text.length, ranges);
  const sentence =
    Math.max(text.lastIndexOf('。', first - 1), text.lastIndexOf('\n', first - 1)) + 1;
  let from =
    first - sentence <= length / 2 ? sentence : Math.max(0, first - Math.floor(length / 3));
  if (text.length - from < length) from = Math.max(0, text.length - length);
  from = beforeCharacter(text, from);
  const to = beforeCharacter(text, Math.min(text.length, from + length));
  const stretches = cut(text, from, to, ranges);
  if (from > 0) stretches.unshift({ text: '…', marked: false });
  if (to < text.length) stretches.push({ text: '…', marked: false });
  return stretches;
}

/** The place itself, or where the character begins that it is inside of. */
function beforeCharacter(text: string, at: number): number {
  while (at > 0 && INSIDE.test(text.slice(at, at + 2))) at--;
  return at;
}
/** The second half of a pair, or a mark upon the character before. */
const INSIDE = /^[\udc00-\udfff\p{M}\uff9e\uff9f]/u;

function places(text: string, field: Field, marks: readonly string[]): Range[] {
  const { at } = foldWithPlaces(text);
  const ranges = marks.flatMap((word) => stand(field, word)).sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const [from, to] of ranges) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => {
    const last = at[to - 1] ?? 0;
    return [at[from] ?? 0, last + (LAST.exec(text.slice(last, last + 4))?.[0].length ?? 1)];
  });
}

/** Where a folded word stands in the folded text, as printed or else as read aloud. */
function stand(field: Field, word: string): Range[] {
  const literal = all(field.literal, word);
  if (literal.length > 0) return literal;
  return all(field.kana, word).map(([from, to]) => {
    let kana = 0;
    let printed = 0;
    const range: Range = [Infinity, 0];
    for (const piece of field.words) {
      const plain = piece.literal === piece.kana;
      const end = kana + piece.kana.length;
      if (kana < to && end > from) {
        range[0] = Math.min(range[0], plain ? printed + Math.max(0, from - kana) : printed);
        range[1] =
          printed + (plain ? Math.min(to - kana, piece.kana.length) : piece.literal.length);
      }
      kana = end;
      printed += piece.literal.length;
    }
    return range;
  });
}

function all(text: string, word: string): Range[] {
  const found: Range[] = [];
  if (word === '') return found;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push([at, at + word.length]);
  return found;
}

function cut(text: string, from: number, to: number, ranges: readonly Range[]): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) stretches.push({ text: text.slice(start, end), marked });
  };
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= at || start >= to) continue;
    add(at, Math.max(at, start), false);
    add(Math.max(at, start), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return stretches;
}
