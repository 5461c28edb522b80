/**
 * Groups of everyday and official words that belong to no plan: `お年寄り（おとしより） 高齢者（こうれいしゃ）
 * < 敬老（けいろう）`. Each word before `<` stands for each other, one behind it for those before.
 */
import { Lexicon } from '#model/segment.ts';
import { keywordOf, type Keyword, type Reading } from './record.ts';

export interface Group {
  words: Keyword[];
  /** Words that lead to `words`, and not to each other. */
  narrower: Keyword[];
}

/** Takes a group as it is written; `read` gives a word its reading. */
export function readGroup(written: string, read: (word: string) => Reading): Group {
  const [words = [], narrower = []] = written
    .split(' < ')
    .map((half) => half.split(' ').map((one) => keywordOf(read(one))));
  return { words, narrower };
}

/** Another word, or the same in another spelling. */
export interface Other extends Omit<Keyword, 'sound'> {
  isSpelling: boolean;
}

export class Thesaurus {
  readonly words: readonly Keyword[];
  /** Words of more than one script, which are cut out of a question whole. */
  readonly mixed = new Lexicon();
  /** What a word leads to, by its normal form and by its reading. */
  #others = new Map<string, Other[]>();

  /** `more`: words that lead to nothing by themselves and are cut out as well. */
  constructor(groups: readonly Group[], more: readonly Keyword[] = []) {
    this.words = groups.flatMap(({ words, narrower }) => [...words, ...narrower]);
    for (const { words, narrower } of groups)
      for (const one of [...words, ...narrower]) {
        const others = [...words, ...(words.includes(one) ? narrower : [])].map(
          ({ printed, text, kana, script }) => ({
            ...{ printed, text, kana, script },
            isSpelling: bare(kana) === bare(one.kana),
          }),
        );
        for (const key of new Set([one.text, one.kana]))
          this.#others.set(key, [...(this.#others.get(key) ?? []), ...others]);
      }
    for (const { text } of [...more, ...this.words])
      if (/\p{Script=Han}/u.test(text) && /[ぁ-ゖ]/.test(text))
        this.mixed.add({ word: text, reading: '', unconfirmed: false });
  }

  /** Other words for one in normal form, or for a sound. */
  others(word: string, sound?: string): readonly Other[] {
    const heard = this.words.filter((one) => sound !== undefined && one.sound === sound);
    return [word, ...heard.map(({ text }) => text)].flatMap((one) =>
      (this.#others.get(one) ?? []).filter(({ text }) => text !== one),
    );
  }
}

/** A reading without the お or ご of politeness. */
const bare = (kana: string) => kana.replace(/^[おご](?=..)/, '');
