/** A text, or the stretch of it that shows a hit, cut into marked and unmarked pieces. */
import { fieldOf, places, plain, type Field } from './candidate.ts';

export interface Stretch {
  text: string;
  marked: boolean;
}
// One character with its voicing marks, as long as it may be.
const LAST = /^.[\uff9e\uff9f\p{M}]*/u;
type Range = [from: number, to: number];

/** All of the text, its hits marked. It may be annotated with readings; marks are in normal form. */
export function highlight(annotated: string, marks: readonly string[]): Stretch[] {
  const text = plain(annotated);
  return cut(text, 0, text.length, rangesOf(annotated, marks));
}

/** Whether a mark is in the text, as printed or as read aloud. */
export function isIn(annotated: string, mark: string): boolean {
  const { text, kana } = fieldOf(annotated);
  return mark !== '' && (text.includes(mark) || kana.includes(mark));
}

/** About `length` characters around the first hit, or the beginning of the text. */
export function excerpt(annotated: string, marks: readonly string[], length = 90): Stretch[] {
  const text = plain(annotated);
  const ranges = rangesOf(annotated, marks);
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

/** The offset itself, or the start of the character that it is inside of. */
function beforeCharacter(text: string, at: number): number {
  while (at > 0 && INSIDE.test(text.slice(at, at + 2))) at--;
  return at;
}
/** The second half of a pair, or a mark upon the character before. */
const INSIDE = /^[\udc00-\udfff\p{M}\uff9e\uff9f]/u;

function rangesOf(annotated: string, marks: readonly string[]): Range[] {
  const text = plain(annotated);
  const field = fieldOf(annotated);
  const { offsets } = field;
  const ranges = marks.flatMap((mark) => rangesIn(field, mark)).sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const [from, to] of ranges) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => {
    const last = offsets[to - 1] ?? 0;
    return [offsets[from] ?? 0, last + (LAST.exec(text.slice(last, last + 4))?.[0].length ?? 1)];
  });
}

/** Where a mark is in the normal text, as printed or else as read aloud. */
function rangesIn({ text, kana, words }: Field, mark: string): Range[] {
  const printed = places(text, mark).map((at): Range => [at, at + mark.length]);
  if (printed.length > 0) return printed;
  return places(kana, mark).map((from) => {
    const to = from + mark.length;
    const range: Range = [Infinity, 0];
    let [read, at] = [0, 0];
    for (const word of words) {
      const bare = word.text === word.kana;
      const end = read + word.kana.length;
      if (read < to && end > from) {
        range[0] = Math.min(range[0], bare ? at + Math.max(0, from - read) : at);
        range[1] = at + (bare ? Math.min(to - read, word.kana.length) : word.text.length);
      }
      read = end;
      at += word.text.length;
    }
    return range;
  });
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
