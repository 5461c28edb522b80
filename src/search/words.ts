/** Words that lead to what a plan prints, and how they are written down. */
import { Lexicon } from '#model/segment.ts';
import { normalize } from './normal-form.ts';
import { soundOfKana } from './romaji.ts';

export type Reading = readonly [word: string, kana: string];

export interface Word {
  printed: string;
  /** In normal form. */
  text: string;
  /** As it is read, in Latin letters. */
  sound: string;
}

export const wordOf = ([printed, kana]: Reading): Word => ({
  ...{ printed, text: normalize(printed), sound: soundOfKana(kana) },
});

const WRITTEN = /^(?<word>[^（）]+)(?:（(?<kana>[^（）]+)）)?$/u;

/** Takes apart `地震（じしん）`, or a word without a reading. */
export function readWritten(written: string): [word: string, kana: string | undefined] {
  const { word = written, kana } = WRITTEN.exec(written)?.groups ?? {};
  return [word, kana];
}

/** Reads words: those that have a reading beside them, and others by these. */
export class WordReader {
  readonly lexicon = new Lexicon();

  constructor(written: Iterable<string>) {
    for (const [word, kana] of Array.from(written, readWritten))
      if (kana !== undefined) this.lexicon.add({ word, reading: kana, unconfirmed: false });
  }

  read(written: string): Word {
    const [word, kana = this.lexicon.toKana(word)] = readWritten(written);
    return wordOf([word, kana]);
  }
}

/**
 * A group of everyday and official words, such as `お年寄り 高齢者 < 敬老`: each word before `<` stands
 * for each other, one behind it for those before.
 */
export interface Group {
  words: Word[];
  /** Words that lead to `words`, and not to each other. */
  narrower: Word[];
}

/** The words of a written group. */
export const wordsOf = (group: string): string[] => group.split(/ < | /);

export function groupOf(written: string, reader: WordReader): Group {
  const [words = [], narrower = []] = written
    .split(' < ')
    .map((half) => wordsOf(half).map((word) => reader.read(word)));
  return { words, narrower };
}

/** Another word, or the same in another spelling. */
export interface Other extends Word {
  isSpelling: boolean;
}

/** A sound without the お or ご of politeness. */
const bare = (sound: string) => sound.replace(/^g?o(?=.{3})/, '');

/** What each word of the groups leads to, by its normal form and by its sound. */
export function thesaurusOf(groups: readonly Group[]): Map<string, Other[]> {
  const others = new Map<string, Other[]>();
  for (const { words, narrower } of groups)
    for (const word of [...words, ...narrower]) {
      const meant = [...words, ...(words.includes(word) ? narrower : [])].map((other) => ({
        ...other,
        isSpelling: bare(other.sound) === bare(word.sound),
      }));
      for (const key of new Set([word.text, word.sound]))
        others.set(key, [...(others.get(key) ?? []), ...meant]);
    }
  return others;
}
