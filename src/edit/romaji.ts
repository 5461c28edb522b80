/** Ids drafted from kana: Hepburn without signs for long vowels, a hyphen between words. */
import { toHiragana, toRomaji } from 'wanakana';

const MAX_WORDS = 5;

/** `saigai-ni-tsuyoi` for さいがい, に, つよい. An id begins with a letter; empty if nothing is left. */
export const idOf = (words: readonly string[]): string =>
  words
    .map(romanised)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .join('-')
    .replace(/^[0-9-]+/, '');

/** Kana in the letters of an id: `koho` for こうほう. */
export const romanised = (kana: string): string =>
  toRomaji(kana.normalize('NFKC').replaceAll('ー', ''))
    .toLowerCase()
    .replaceAll('cch', 'tch')
    .replaceAll(/o[ou]+/g, 'o')
    .replaceAll(/uu+/g, 'u')
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The id, with a number behind it where it is taken. */
export function freeId(id: string, taken: readonly unknown[], otherwise: string): string {
  const wanted = id || otherwise;
  if (!taken.includes(wanted)) return wanted;
  for (let count = 2; ; count += 1)
    if (!taken.includes(`${wanted}-${String(count)}`)) return `${wanted}-${String(count)}`;
}

/** The text with its katakana in hiragana; a sign for a long vowel stays. */
export const hiragana = (text: string): string =>
  toHiragana(text, { passRomaji: true, convertLongVowelMark: false });
