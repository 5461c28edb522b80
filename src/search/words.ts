/** Words that lead to what a plan prints, and how they are written down. */
import { Lexicon } from '#model/segment.ts';
import { normalize } from './normal-form.ts';
import { soundOfKana } from './romaji.ts';

export interface Word {
  printed: string;
  /** In normal form. */
  text: string;
  /** As it is read, in Latin letters. */
  sound: string;
}

export const wordOf = (printed: string, kana: string): Word => ({
  printed,
  text: normalize(printed),
  sound: soundOfKana(kana),
});

const WRITTEN = /^(?<word>[^（）]+)(?:（(?<kana>[^（）]+)）)?$/u;

/** Takes apart `地震（じしん）`, or a word without a reading. */
export function readWritten(written: string): [word: string, kana: string | undefined] {
  const { word = written, kana } = WRITTEN.exec(written)?.groups ?? {};
  return [word, kana];
}

/** The readings that stand beside words. */
export const lexiconOf = (written: readonly string[]) =>
  new Lexicon(
    written
      .map(readWritten)
      .flatMap(([word, kana]) => (kana === undefined ? [] : [[word, kana] as const])),
  );

/** The words of a group. */
export const wordsOf = (group: string): string[] => group.split(/ < | /);

/**
 * What each word of groups leads to, by its normal form and by its sound. In a group of everyday and
 * official words, such as `お年寄り 高齢者 < 敬老`, each word before `<` stands for each other, one
 * behind it for those before.
 */
export function thesaurusOf(groups: readonly string[], read: (written: string) => Word) {
  const thesaurus = new Map<string, Word[]>();
  for (const group of groups) {
    const [words = [], narrower = []] = group.split(' < ').map((half) => wordsOf(half).map(read));
    for (const word of [...words, ...narrower]) {
      const others = [...words, ...(words.includes(word) ? narrower : [])];
      for (const key of new Set([word.text, word.sound]))
        thesaurus.set(key, [...(thesaurus.get(key) ?? []), ...others]);
    }
  }
  return thesaurus;
}
