/** A text, or the stretch of it that shows a hit, cut into marked and unmarked pieces. */
import { places } from './normal-form.ts';
import type { PrintedText } from './printed-text.ts';

export interface Stretch {
  text: string;
  marked: boolean;
}

/** The second half of a pair, or a mark upon the character before. */
const INSIDE = /^[\udc00-\udfff\p{M}\uff9e\uff9f]/u;

/** All of the text, its hits marked. Marks are in normal form, or sounds. */
export const highlight = (field: PrintedText, marks: readonly string[]): Stretch[] =>
  cut(field.printed, 0, field.printed.length, maskOf(field, marks));

/** Whether a mark is in the text, as printed or as read aloud. */
export const isIn = (field: PrintedText, mark: string) => rangesOf(field, mark).length > 0;

/** About `length` characters around the first hit, or the beginning of the text. */
export function excerpt(field: PrintedText, marks: readonly string[], length = 90): Stretch[] {
  const { printed } = field;
  const mask = maskOf(field, marks);
  if (printed.length <= length * 1.3) return cut(printed, 0, printed.length, mask);
  const first = Math.max(0, mask.indexOf(true));
  const ends = ['。', '\n'].map((end) => printed.lastIndexOf(end, first - 1));
  const sentence = Math.max(...ends) + 1;
  const start = first - sentence <= length / 2 ? sentence : first - Math.floor(length / 3);
  const from = beforeCharacter(printed, Math.min(start, printed.length - length));
  const to = beforeCharacter(printed, from + length);
  const dots = { text: '…', marked: false };
  return [
    ...(from > 0 ? [dots] : []),
    ...cut(printed, from, to, mask),
    ...(to < printed.length ? [dots] : []),
  ];
}

/** The offset itself, or the start of the character that it is inside of. */
function beforeCharacter(text: string, at: number): number {
  while (at > 0 && INSIDE.test(text.slice(at, at + 2))) at--;
  return at;
}

/** The end of the character that begins at an offset. */
function afterCharacter(text: string, at: number): number {
  do at++;
  while (INSIDE.test(text.slice(at, at + 2)));
  return at;
}

/** For each UTF-16 unit of the printed text, whether a hit covers it. */
function maskOf(field: PrintedText, marks: readonly string[]): boolean[] {
  const mask = Array<boolean>(field.printed.length).fill(false);
  for (const [from, to] of marks.flatMap((mark) => rangesOf(field, mark))) {
    const last = field.offsets[to - 1] ?? 0;
    mask.fill(true, field.offsets[from], afterCharacter(field.printed, last));
  }
  return mask;
}

/** Where a mark is in the normal text: as printed, or else, whole words, as it is read. */
function rangesOf({ text, kana, sound }: PrintedText, mark: string): [from: number, to: number][] {
  const printed = places(text, mark).map((at): [number, number] => [at, at + mark.length]);
  if (printed.length > 0) return printed;
  const spoken = /^[a-z]/.test(mark) ? sound : kana;
  return places(spoken.text, mark).map((at) => {
    const last = spoken.origins[at + mark.length - 1] ?? 0;
    return [spoken.origins[at] ?? 0, spoken.origins.find((origin) => origin > last) ?? text.length];
  });
}

function cut(text: string, from: number, to: number, mask: readonly boolean[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = from; at < to; at++) {
    const marked = mask[at] === true;
    const last = stretches.at(-1);
    if (last?.marked === marked) last.text += text.charAt(at);
    else stretches.push({ text: text.charAt(at), marked });
  }
  return stretches;
}
