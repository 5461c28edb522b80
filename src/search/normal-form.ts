/**
 * One normal form for text and question, at build time and in the browser: width (NFKC), case,
 * katakana as hiragana, small kana as large ones, ぢづ as じず, ヶ as it is read, counted numbers in
 * digits (九校), eras in kanji (H25); no spaces, signs, long vowel marks or variation selectors.
 */
import { hiragana } from '#text/kana.ts';
import language from './language.json' with { type: 'json' };
import variantGroups from './variants.json' with { type: 'json' };

export interface Normalized {
  text: string;
  /** For each UTF-16 unit of `text`, the offset in the original that it came from. */
  offsets: number[];
}

const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖぢづゐゑ';
const LARGE = 'あいうえおつやゆよわかがじずいえ';
/** A kana and the voicing marks after it become one character only together (ﾎ + ﾞ). */
const CLUSTER = /[\s\S][\uff9e\uff9f\u3099\u309a]*/gu;
const DIGITS = '〇一二三四五六七八九';
/** Each keeps the length of the text: ⑩ is 10 and ㍻ 平成 in NFKC, a space is dropped. */
const SPELLINGS = language.spellings.map(
  ([from = '', to = '']) => [new RegExp(from, 'gu'), to] as const,
);
const COUNTED = new RegExp(language.counted.join('|'), 'gu');

/** `三十四` as `34 `, `十` as `⑩`. */
function digits(kanji: string): string {
  const [tens, ones = ''] = kanji.split('十');
  const value = (char: string) => String(DIGITS.indexOf(char));
  if (!kanji.includes('十')) return value(kanji);
  if (kanji === '十') return '⑩';
  return `${tens ? value(tens) : '1'}${ones ? value(ones) : '0'}`.padEnd(kanji.length);
}

const variants = new Map(
  variantGroups
    .join(' ')
    .split(' ')
    .flatMap(([first = '', ...others]) => others.map((other): [string, string] => [other, first])),
);

/** What a cluster stands for by itself, each worked out once. */
const letters = new Map<string, string>();

function lettersOf(cluster: string): string {
  const known = letters.get(cluster);
  if (known !== undefined) return known;
  const made = [...cluster.normalize('NFKC').toLowerCase()].map(normalizeChar).join('');
  letters.set(cluster, made);
  return made;
}

export function normalizeWithOffsets(original: string): Normalized {
  const offsets: number[] = [];
  let text = '';
  const counted = original.replace(COUNTED, digits);
  const spelled = SPELLINGS.reduce((so, [pattern, by]) => so.replace(pattern, by), counted);
  for (const { 0: cluster, index } of spelled.matchAll(CLUSTER)) {
    text += lettersOf(cluster);
    while (offsets.length < text.length) offsets.push(index);
  }
  return { text, offsets };
}

export const normalize = (text: string): string => normalizeWithOffsets(text).text;

/** Whether a character is written in katakana, or hiragana. */
export const isKatakana = (char = '') => /\p{Script=Katakana}/u.test(char);
export const isHiragana = (char = '') => /\p{Script=Hiragana}/u.test(char);

/** Whether all of a text in normal form is kana. */
export const isKana = (normalized: string) => /^[ぁ-ゖ]+$/.test(normalized);

/** Every offset of a word in a text; none of an empty one. */
export function places(text: string, word: string): number[] {
  const found: number[] = [];
  if (word === '') return found;
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1))
    found.push(index);
  return found;
}

function normalizeChar(written: string): string {
  const char = variants.get(written) ?? written;
  if (!/[\p{L}\p{N}]/u.test(char) || char === 'ー') return '';
  const kana = hiragana(char);
  const small = SMALL.indexOf(kana);
  return small < 0 ? kana : LARGE.charAt(small);
}
