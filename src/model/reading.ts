import { z } from 'zod';
import { objectOf, words } from './fields.ts';

const word = words
  .regex(/\p{Script=Han}/u, { error: '漢字を含むことば' })
  .meta({ errorMessage: '漢字を含むことば' });
const reading = words
  .regex(/^[^\p{Script=Han}]+$/u, { error: '漢字を含まない読み' })
  .meta({ errorMessage: '漢字を含まない読み' });

/** The readings of printed words. A word's own kana and digits occur in its reading as printed. */
export const readingsSchema = objectOf({
  words: z
    .record(word, reading, { error: 'ことばと読みの一覧' })
    .describe('印刷のままのことばと、ひらがなの読み'),
  /** Words that are shown with `reading` until the ward confirms it or `also`. */
  unconfirmed: z
    .record(
      word,
      objectOf({
        reading: reading.describe('ひとまずの読み'),
        also: reading.describe('もう一つの候補'),
        note: words.describe('理由'),
      }),
      {
        error: '確認が必要なことばの一覧',
      },
    )
    .describe('区に確かめないと決められない読み'),
});
export type Readings = z.infer<typeof readingsSchema>;

/** A piece of the text: a word with its reading, or a plain run without one. */
export interface Segment {
  text: string;
  reading?: string;
  unconfirmed?: true;
}

/** A piece of the text and the kana over it, if any. */
export interface RubyPart {
  base: string;
  rt?: string;
}

interface Entry {
  word: string;
  reading: string;
  unconfirmed: boolean;
}

// What takes kana over it. ヶ and ヵ are not read as printed (鶴ヶ峰, 3ヵ月), nor are ケ and カ
// between two kanji (保土ケ谷), so they count as part of the kanji around them. A variation selector
// belongs to its kanji (葛󠄀).
const RUBY_RUN =
  /((?:[\p{Script=Han}ヶヵ\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{Script=Han})[ケカ](?=\p{Script=Han}))+)/u;
const KANJI_RUN = /[\p{Script=Han}\uFE00-\uFE02\u{E0100}-\u{E01EF}]+/gu;

const indexes = new WeakMap<Readings, Map<string, Entry[]>>();

/**
 * Cuts the text from left to right; where several words begin at the same place, the longest wins.
 * The texts of the segments, joined, are the text. Neighbouring plain characters share one segment.
 * The readings are indexed on first use, so they must not be changed afterwards.
 * @throws if a word is empty or in both maps.
 */
export function segment(text: string, readings: Readings): Segment[] {
  const index = indexOf(readings);
  const segments: Segment[] = [];
  let plainFrom = 0;
  let at = 0;
  const closePlain = () => {
    if (plainFrom < at) segments.push({ text: text.slice(plainFrom, at) });
  };
  while (at < text.length) {
    const entry = index.get(text.charAt(at))?.find(({ word }) => text.startsWith(word, at));
    if (entry === undefined) {
      at += 1;
      continue;
    }
    closePlain();
    const { word, reading, unconfirmed } = entry;
    segments.push(unconfirmed ? { text: word, reading, unconfirmed } : { text: word, reading });
    at += word.length;
    plainFrom = at;
  }
  closePlain();
  return segments;
}

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

/** The text with every known word replaced by its reading; plain runs stay as they are. */
export function toKana(text: string, readings: Readings): string {
  return segment(text, readings)
    .map((part) => part.reading ?? part.text)
    .join('');
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
  return entriesOf(readings)
    .map(({ word }) => word)
    .filter((word) => !used.has(word));
}

function entriesOf(readings: Readings): Entry[] {
  return [
    ...Object.entries(readings.words).map(([word, reading]) => ({
      word,
      reading,
      unconfirmed: false as const,
    })),
    ...Object.entries(readings.unconfirmed).map(([word, { reading }]) => ({
      word,
      reading,
      unconfirmed: true as const,
    })),
  ];
}

/** The entries by the first character of their word, the longest word first. */
function indexOf(readings: Readings): Map<string, Entry[]> {
  const known = indexes.get(readings);
  if (known !== undefined) return known;
  const index = new Map<string, Entry[]>();
  for (const entry of entriesOf(readings)) {
    const { word } = entry;
    if (word === '') throw new Error('a reading is given for an empty word');
    if (entry.unconfirmed && Object.hasOwn(readings.words, word)) {
      throw new Error(`${word}: listed both under words and under unconfirmed`);
    }
    const first = word.charAt(0);
    const sharing = index.get(first);
    if (sharing === undefined) index.set(first, [entry]);
    else sharing.push(entry);
  }
  for (const sharing of index.values()) sharing.sort((a, b) => b.word.length - a.word.length);
  indexes.set(readings, index);
  return index;
}

function align(word: string, reading: string): RubyPart[] {
  const [alignment, another] = alignments(word.split(RUBY_RUN), reading);
  if (alignment === undefined) throw new Error(`${word}: the reading ${reading} does not fit`);
  if (another !== undefined) {
    throw new Error(`${word}: the reading ${reading} fits in several ways`);
  }
  return alignment;
}

/**
 * Every way to lay the reading over runs that are in turn printed (perhaps empty) and kanji:
 * a printed run takes exactly itself, a kanji run at least one character.
 */
function alignments([printed = '', kanji, ...rest]: string[], reading: string): RubyPart[][] {
  if (!reading.startsWith(printed)) return [];
  const bare: RubyPart[] = printed === '' ? [] : [{ base: printed }];
  const left = reading.slice(printed.length);
  if (kanji === undefined) return left === '' ? [bare] : [];
  return Array.from(left, (_, index) => index + 1).flatMap((length) =>
    alignments(rest, left.slice(length)).map((tail) => [
      ...bare,
      { base: kanji, rt: left.slice(0, length) },
      ...tail,
    ]),
  );
}
