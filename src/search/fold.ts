/**
 * One folding for text and query: width, case, katakana → hiragana, small kana, long vowel marks,
 * and no spaces, dashes or punctuation. Pure; the same at build time and in the browser.
 */

/** The writing of a folded character: kanji, katakana, hiragana, or a letter or digit. */
export type Script = 'c' | 'k' | 'h' | 'a';

export interface Folded {
  text: string;
  /** For each folded character, the place in the original text where it came from. */
  at: number[];
  /** For each folded character, how it was written. */
  scripts: Script[];
}

const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖぢづ';
const LARGE = 'あいうえおつやゆよわかがじず';
// A kana and the voicing marks after it become one character only together (ﾎ + ﾞ).
const CLUSTER = /[\s\S][\uff9e\uff9f\u3099\u309a]*/gu;

/** Folds a text and remembers where each character came from. */
export function foldWithPlaces(text: string): Folded {
  const at: number[] = [];
  const scripts: Script[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER))
    for (const char of cluster.normalize('NFKC').toLowerCase()) {
      const plain = foldChar(char);
      if (plain === '') continue;
      const script = scriptOf(char);
      folded += plain;
      // eslint-disable-next-line @typescript-eslint/prefer-for-of -- UTF-16 units, not code points
      for (let unit = 0; unit < plain.length; unit++) {
        at.push(index);
        scripts.push(script);
      }
    }
  return { text: folded, at, scripts };
}

/** The folded text alone. */
export const fold = (text: string): string => foldWithPlaces(text).text;

/** One space for any white space; text and query alike. */
export const spaced = (text: string) =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Whether a folded text is written in kana only. */
export const isKana = (folded: string) => /^[ぁ-ゖ]+$/.test(folded);

function foldChar(char: string): string {
  if (!/[\p{L}\p{N}]/u.test(char) || char === 'ー') return '';
  const code = char.charCodeAt(0);
  const hiragana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : char;
  const small = SMALL.indexOf(hiragana);
  return small < 0 ? hiragana : LARGE.charAt(small);
}

function scriptOf(char: string): Script {
  if (/[\p{Script=Han}々]/u.test(char)) return 'c';
  if (/\p{Script=Katakana}/u.test(char)) return 'k';
  return /\p{Script=Hiragana}/u.test(char) ? 'h' : 'a';
}
