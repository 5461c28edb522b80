/** A text, or the stretch of it that shows a hit, cut into marked and unmarked pieces. */
import { places } from './normal-form.ts';
import type { PrintedText } from './printed-text.ts';

export interface Stretch {
  text: string;
  marked: boolean;
}

/** Characters of an excerpt, which ends with a sentence. */
const LENGTH = 60;
const SENTENCE_END = /[。\n]|\. /gu;
/** Signs behind a word, which are not in normal form. */
const SIGNS = /[^\p{L}\p{N}\p{M}ー\uff9e\uff9f]+$/u;

/** All of the text, its hits marked. Marks are in normal form, or sounds. */
export const highlight = (field: PrintedText, marks: readonly string[]): Stretch[] =>
  cut(field.printed, maskOf(field, marks));

/** Whether a mark is in the text, as printed or as read aloud. */
export const isIn = (field: PrintedText, mark: string) => rangesOf(field, mark).length > 0;

/** The sentences from the first hit on, or from the beginning. */
export function excerpt(field: PrintedText, marks: readonly string[]): Stretch[] {
  const { printed } = field;
  const mask = maskOf(field, marks);
  const first = Math.max(0, mask.indexOf('1'));
  const ends = Array.from(
    printed.matchAll(SENTENCE_END),
    ({ 0: end, index }) => index + end.length,
  );
  const from = ends.findLast((end) => end <= first) ?? 0;
  const to = ends.find((end) => end >= from + LENGTH) ?? printed.length;
  const dots = { text: '…', marked: false };
  return [
    ...(from > 0 ? [dots] : []),
    ...cut(printed.slice(from, to), mask.slice(from, to)),
    ...(to < printed.length ? [dots] : []),
  ];
}

/** For each UTF-16 unit of the printed text a 1 where a hit covers it, or a 0. */
function maskOf(field: PrintedText, marks: readonly string[]): string {
  const { printed, offsets } = field;
  const mask = Array<string>(printed.length).fill('0');
  for (const [from, to] of marks.flatMap((mark) => rangesOf(field, mark))) {
    const start = offsets[from] ?? 0;
    const covered = printed.slice(start, offsets[to]).replace(SIGNS, '');
    mask.fill('1', start, start + covered.length);
  }
  return mask.join('');
}

/** Where a mark is in the normal text: as printed, or else, whole words, as it is read. */
function rangesOf({ text, spoken }: PrintedText, mark: string): [from: number, to: number][] {
  const printed = places(text, mark).map((index): [number, number] => [index, index + mark.length]);
  if (printed.length > 0) return printed;
  const { sound, origins } = spoken;
  return places(sound, mark).map((index) => {
    const last = origins[index + mark.length - 1] ?? 0;
    return [origins[index] ?? 0, origins.find((origin) => origin > last) ?? text.length];
  });
}

const cut = (text: string, mask: string): Stretch[] =>
  Array.from(mask.matchAll(/0+|1+/g), ({ 0: run, index }) => ({
    text: text.slice(index, index + run.length),
    marked: run.startsWith('1'),
  }));
