/** What was meant but for a slip: half converted, one edit, or characters of one sound or shape. */
import language from './language.json' with { type: 'json' };
import { isKana } from './normal-form.ts';
import type { SearchRecord } from './record.ts';
import { soundOfKana } from './romaji.ts';
import { wordOf, type Word } from './words.ts';

/** Kana that are typed for each other. */
const KANA = language.alike.join(' ').split(' ');
/** A longer phrase is no single word; it also bounds what a typed word costs to look for. */
const LONGEST = { halfConverted: 8, word: 16 };

/** All words that are known, and those that records print in kana. */
export const vocabularyOf = (records: readonly SearchRecord[], words: readonly Word[]): Word[] => {
  const printed = records
    .map(({ texts }) => texts.map((text) => text.printed).join('\n'))
    .join('\n');
  const inKana = new Set(printed.match(/[ァ-ヶー]{4,}|[ぁ-ゖー]{4,}/gu));
  return [...words, ...Array.from(inKana, (word) => wordOf(word, word))];
};

/** The kanji words that the typed one is with some of its kanji in kana. */
export function halfConverted(vocabulary: readonly Word[], { printed: typed }: Word): string[] {
  const runs = typed.match(/\p{Script=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (typed.length > LONGEST.halfConverted || runs.length < 2 || runs.join('') !== typed) return [];
  const isKana = (run: string) => /^[ぁ-ゖ]/.test(run);
  const text = new RegExp(`^${runs.map((run) => (isKana(run) ? '.{1,9}' : run)).join('')}$`, 'u');
  const sound = new RegExp(
    `^${runs.map((run) => (isKana(run) ? soundOfKana(run) : '.{1,18}')).join('')}$`,
  );
  return vocabulary.flatMap((word) =>
    /^\p{Script=Han}+$/u.test(word.text) && text.test(word.text) && sound.test(word.sound)
      ? [word.text]
      : [],
  );
}

/**
 * The words that the typed one is but for a slip: in a word of three characters or more, up to half
 * are others of the same sound or shape (自動虐待 for 児童虐待); in one of four kana or more there is
 * one edit. `all`: the texts of the plan.
 */
export function slips(
  all: string,
  vocabulary: readonly Word[],
  { text: typed, sound }: Word,
  homophones: readonly string[],
): string[] {
  const { length } = typed;
  if (length < 3 || length > LONGEST.word) return [];
  if (isKana(typed) && length > 3)
    return vocabulary.flatMap((word) => (isOneEdit(word.sound, sound) ? [word.text] : []));
  const groups = [...KANA, ...homophones];
  const oneOf = [...typed].map((char) => {
    const alike = groups.filter((group) => group.includes(char)).join('');
    return `[${(char + alike).replace(/[\]\\^-]/g, '\\$&')}]`;
  });
  const alike = new RegExp(`(?=(${oneOf.join('')}))`, 'gu');
  const isMeant = (there: string) =>
    there !== typed &&
    [...typed].filter((char, index) => char !== there.charAt(index)).length <= length / 2;
  const texts = [all, ...vocabulary.map(({ text }) => text)].join('\n');
  const found = Array.from(texts.matchAll(alike), ([, there = '']) => there);
  return [...new Set(found)].filter(isMeant);
}

/** One syllable apart, in Latin letters. */
export function isOneEdit(a: string, b: string): boolean {
  // More at the end is another word, or one not yet typed out.
  if (a.startsWith(b) || b.startsWith(a)) return false;
  const shorter = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < shorter && a[start] === b[start]) start++;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= (shorter > 6 ? 2 : 1);
}
