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
  const first = Math.max(0, mask.indexOf(true));
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

/** For each UTF-16 unit of the printed text, whether a hit covers it. */
function maskOf(field: PrintedText, marks: readonly string[]): boolean[] {
  const { printed, offsets } = field;
  const mask = Array<boolean>(printed.length).fill(false);
  for (const [from, to] of marks.flatMap((mark) => rangesOf(field, mark))) {
    const start = offsets[from] ?? 0;
    const covered = printed.slice(start, offsets[to]).replace(SIGNS, '');
    mask.fill(true, start, start + covered.length);
  }
  return mask;
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

function cut(text: string, mask: readonly boolean[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, marked] of mask.entries()) {
    const last = stretches.at(-1);
    if (last?.marked === marked) last.text += text.charAt(index);
    else stretches.push({ text: text.charAt(index), marked });
  }
  return stretches;
}
