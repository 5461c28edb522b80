/** Kana in one script, and in Latin letters. */
import rows from './syllables.json' with { type: 'json' };

/** Katakana as hiragana; a sign for a long vowel stays. */
export const hiragana = (text: string): string =>
  text.replaceAll(/[ァ-ヶ]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));

const VOWELS = 'aiueo';
/**
 * Of each consonant the syllables with a, i, u, e and o, perhaps in several spellings; `-` for
 * none.
 */
const LETTERS = new Map<string, string>([
  ['ん', 'n'],
  ['ー', ''],
  ...Object.entries(rows).flatMap(([consonant, row]) =>
    row
      .split(' ')
      .map((kana, index): [string, string] => [kana, consonant + VOWELS.charAt(index % 5)]),
  ),
]);
const KANA = /[ぁ-ゔ][ぁぃぅぇぉゃゅょ]|[ぁ-ゔー]/gu;

/**
 * Kana of either script in Hepburn, syllable by syllable, loan words as people write them (ティ ti,
 * ウォ uo); what is no kana stays.
 */
export const romaji = (text: string): string =>
  hiragana(text.normalize('NFKC'))
    .replaceAll(KANA, (kana) => LETTERS.get(kana) ?? [...kana].map(letterOf).join(''))
    .replaceAll(/っ(?=([a-z]))/gu, '$1')
    .replaceAll('っ', '');

const letterOf = (kana: string) => LETTERS.get(kana) ?? kana;
