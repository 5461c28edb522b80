/**
 * One normal form for text and question, at build time and in the browser: width (NFKC), case,
 * katakana as hiragana, small kana as large ones, ぢづ as じず, ヶ as it is read, counted numbers in
 * digits (九校), eras in kanji (H25); no spaces, signs, long vowel marks or variation selectors.
 */
import { hiragana } from '#text/kana.ts';
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
const KANJI_NUMBER = '[一二三四五六七八九]?十?[一二三四五六七八九]|[一二三四五六七八九]?十';
const DIGITS = '〇一二三四五六七八九';
/** Each keeps the length of the text: ⑩ is 10 and ㍻ 平成 in NFKC, a space is dropped. */
const SPELLINGS: readonly [RegExp, (...found: string[]) => string][] = [
  [/(?<=[0-9０-９一二三四五六七八九十百数何])[ヶケｹヵカｶ箇](?=[月所国年条村件])/gu, () => 'か'],
  [/(?<=\p{Script=Han})[ヶケｹヵカｶ](?=\p{Script=Han})/gu, () => 'が'],
  [
    new RegExp(
      `(?:(?<=第)|(?<![一-龠]))(?:${KANJI_NUMBER})(?=か月|[回校年月区周歳名件社館園課](?!生))`,
      'gu',
    ),
    digits,
  ],
  [new RegExp(`(?<=[年月週])(?:${KANJI_NUMBER})(?=[回日度])`, 'gu'), digits],
  [/(?<=令和|平成|昭和|大正|[RrHh])元(?=年)/gu, () => '1'],
  [/(?<![A-Za-zＡ-Ｚａ-ｚ])[RrＲｒ](?=[0-9０-９]{1,2}(?![0-9０-９]))/gu, () => '㋿'],
  [/(?<![A-Za-zＡ-Ｚａ-ｚ])[HhＨｈ](?=[0-9０-９]{1,2}(?![0-9０-９]))/gu, () => '㍻'],
];

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
  const spelled = SPELLINGS.reduce((so, [pattern, by]) => so.replace(pattern, by), original);
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
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}

function normalizeChar(written: string): string {
  const char = variants.get(written) ?? written;
  if (!/[\p{L}\p{N}]/u.test(char) || char === 'ー') return '';
  const kana = hiragana(char);
  const small = SMALL.indexOf(kana);
  return small < 0 ? kana : LARGE.charAt(small);
}
