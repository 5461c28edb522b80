import { z } from 'zod';
import { distinctBy, objectOf, words, wordsLike } from './fields.ts';
import { segment } from './segment.ts';

export { segment, toKana } from './segment.ts';

const word = wordsLike(/\p{Script=Han}/u, '漢字を含むことば');
const reading = wordsLike(/^[^\p{Script=Han}]+$/u, '漢字を含まない読み');

/** A reading that the ward has not confirmed. */
export const unconfirmedSchema = objectOf({
  reading: reading.describe('ひとまずの読み'),
  also: reading.describe('もう一つの候補').optional(),
  note: words.describe('確かめていない理由').optional(),
});
type Unconfirmed = z.infer<typeof unconfirmedSchema>;

/** The readings of printed words. A word's own kana and digits occur in its reading as printed. */
export const readingsSchema = objectOf({
  words: z
    .record(word.describe('ことば'), reading.describe('読み'), { error: 'ことばと読みの一覧' })
    .describe('印刷のままのことばと、ひらがなの読み'),
  /** Words that are shown with `reading` until the ward confirms it or `also`. */
  unconfirmed: z
    .array(objectOf({ word: word.describe('印刷のままのことば'), ...unconfirmedSchema.shape }), {
      error: '確認が必要なことばの一覧',
    })
    .superRefine(distinctBy((row) => row.word, '同じ一覧の中で一度だけ出ることば', 'word'))
    .transform((rows): Record<string, Unconfirmed> =>
      Object.fromEntries(rows.map(({ word: printed, ...rest }) => [printed, rest])),
    )
    .describe('区に確かめないと決められない読み')
    .default({}),
});

export type Readings = z.infer<typeof readingsSchema>;

/** A piece of the text and the kana over it, if any. */
export interface RubyPart {
  base: string;
  rt?: string;
}

// What takes kana over it. ヶ and ヵ are not read as printed (鶴ヶ峰, 3ヵ月), nor are ケ and カ
// between two kanji (保土ケ谷), so they count as part of the kanji around them. A variation selector
// belongs to its kanji (葛󠄀).
const RUBY_RUN =
  /((?:[\p{Script=Han}ヶヵ\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{Script=Han})[ケカ](?=\p{Script=Han}))+)/u;
const KANJI_RUN = /[\p{Script=Han}\uFE00-\uFE02\u{E0100}-\u{E01EF}]+/gu;

/**
 * The text with kana over its kanji only: okurigana, kana and digits inside a word get none.
 * The bases, joined, are the text.
 * @throws if a reading does not fit its word, or fits it in more than one way.
 */
export function ruby(text: string, readings: Readings): RubyPart[] {
  return segment(text, readings).flatMap(({ text: word, reading }) =>
    reading === undefined ? [{ base: word }] : align(word, reading),
  );
}

/** Every run of kanji that no word covers, in the order of the text, repeats included. */
export function unread(text: string, readings: Readings): string[] {
  return segment(text, readings)
    .filter((part) => part.reading === undefined)
    .flatMap((part) => part.text.match(KANJI_RUN) ?? []);
}

/** The words of both maps that are used in none of the texts, in the order they are listed. */
export function unused(texts: readonly string[], readings: Readings): string[] {
  const used = new Set(
    texts
      .flatMap((text) => segment(text, readings))
      .filter((part) => part.reading !== undefined)
      .map((part) => part.text),
  );
  return Object.keys({ ...readings.words, ...readings.unconfirmed }).filter(
    (printed) => !used.has(printed),
  );
}

/**
 * Lays a reading over a word whose runs are in turn printed and kanji: a printed run takes exactly
 * itself, a kanji run at least one character. Every way to do so lies between the one that takes
 * each printed run as early as it can and the one that takes each as late.
 */
function align(word: string, reading: string): RubyPart[] {
  // A line break, which no word holds, marks both ends.
  const runs = `\n${word}\n`.split(RUBY_RUN);
  const kana = `\n${reading}\n`;
  const printed = runs.filter((_, index) => index % 2 === 0);
  let from = 0;
  const early = printed.map((run) => {
    const start = kana.indexOf(run, from);
    if (start < 0) throw new Error(`${word}: the reading ${reading} does not fit`);
    from = start + run.length + 1;
    return start;
  });
  let before = kana.length + 1;
  const late = printed.toReversed().map((run) => {
    before = kana.lastIndexOf(run, before - 1 - run.length);
    return before;
  });
  if (late.reverse().some((start, index) => start !== early[index]))
    throw new Error(`${word}: the reading ${reading} fits in several ways`);
  const parts = runs.map((base, index): RubyPart => {
    if (index % 2 === 0) return { base: base.replaceAll('\n', '') };
    const [start = 0, end = 0] = early.slice((index - 1) / 2);
    return { base, rt: kana.slice(start + (runs[index - 1] ?? '').length, end) };
  });
  return parts.filter(({ base }) => base !== '');
}
