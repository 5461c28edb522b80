/**
 * Words that are half converted (防さい, ぼう災 for 防災), and slips of the hand: one kana too many,
 * too few, wrong or swapped; characters of the same sound or shape.
 */
import { isKana, normalize } from './normal-form.ts';
import type { SearchRecord } from './record.ts';

/** Kana that are typed for each other. */
const KANA =
  'かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ てで とど はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ そん しつ ねれわ るろ'.split(
    ' ',
  );

/** A longer phrase is no single word; it also bounds what a typed word costs to look for. */
const LONGEST = { halfConverted: 8, word: 16 };

/** A word of the plan, in normal form. */
interface Known {
  text: string;
  kana: string;
}

/** The words that records print or have as keywords, and those of the thesaurus. */
export function vocabularyOf(records: readonly SearchRecord[], more: readonly Known[]): Known[] {
  const known = new Map<string, Known>();
  const add = (text: string, kana: string) => known.set(`${text} ${kana}`, { text, kana });
  for (const { text, kana } of more) add(text, kana);
  for (const { texts, keywords } of records) {
    for (const { text, kana } of keywords) add(text, kana);
    for (const { printed, words } of texts) {
      for (const [word] of printed.matchAll(/[ァ-ヶー]{4,}|[ぁ-ゖー]{4,}/gu))
        add(normalize(word), normalize(word));
      for (const { text, kana } of words) add(text, kana);
    }
  }
  return [...known.values()];
}

/** The kanji words that the typed one is with some of its kanji in kana. */
export function halfConverted(vocabulary: readonly Known[], typed: string): string[] {
  const runs = typed.match(/\p{Script=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (typed.length > LONGEST.halfConverted || runs.length < 2 || runs.join('') !== typed) return [];
  const pattern = (kana: boolean) =>
    new RegExp(`^${runs.map((run) => (isKana(run) === kana ? run : '.{1,9}')).join('')}$`, 'u');
  const [printed, aloud] = [pattern(false), pattern(true)];
  return vocabulary.flatMap(({ text, kana }) =>
    /^\p{Script=Han}+$/u.test(text) && printed.test(text) && aloud.test(kana) ? [text] : [],
  );
}

/**
 * The words that the typed one is but for a slip: in a word of three characters or more, up to half
 * are others of the same sound or shape (自動虐待 for 児童虐待); in one of four kana or more there is
 * one edit.
 */
export function slips(
  records: readonly SearchRecord[],
  vocabulary: readonly Known[],
  typed: string,
  homophones: readonly string[],
): string[] {
  const { length } = typed;
  if (length < 3 || length > LONGEST.word) return [];
  const groups = [...KANA, ...homophones];
  const oneOf = [...typed].map((char) => {
    const alike = groups.filter((group) => group.includes(char)).join('');
    return `[${(char + alike).replace(/[\]\\^-]/g, '\\$&')}]`;
  });
  const alike = new RegExp(`(?=(${oneOf.join('')}))`, 'gu');
  const isMeant = (there: string) =>
    there !== typed &&
    [...typed].filter((char, at) => char !== there.charAt(at)).length <= length / 2;
  if (isKana(typed) && length > 3)
    return vocabulary.flatMap(({ kana }) => (isOneEdit(kana, typed) ? [kana] : []));
  const texts = [...records.flatMap((record) => record.texts), ...vocabulary];
  const found = texts.flatMap(({ text }) =>
    [...text.matchAll(alike)].map(([, there = '']) => there),
  );
  return [...new Set(found.filter(isMeant))];
}

/** One edit apart. */
export function isOneEdit(a: string, b: string): boolean {
  // More at the end is another word, or one not yet typed out.
  if (a.startsWith(b) || b.startsWith(a) || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
