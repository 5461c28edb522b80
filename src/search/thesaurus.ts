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
export interface Other extends Keyword {
  isSpelling: boolean;
}

export class Thesaurus {
  /** What each word leads to, by its normal form, its reading and its sound. */
  #leads = new Map<string, Other[]>();
  readonly words: readonly Keyword[];
  /** Words of more than one script, which are cut out of a question whole. */
  readonly mixed = new Lexicon();

  /** `more`: words that lead to nothing by themselves and are cut out as well. */
  constructor(groups: readonly Group[], more: readonly Keyword[] = []) {
    this.words = groups.flatMap(({ words, narrower }) => [...words, ...narrower]);
    const cut = ({ text }: Keyword) => {
      if (/\p{Script=Han}/u.test(text) && /[ぁ-ゖ]/.test(text))
        this.mixed.add({ word: text, reading: '', unconfirmed: false });
    };
    more.forEach(cut);
    for (const { words, narrower } of groups)
      for (const word of [...words, ...narrower]) {
        const all = words.includes(word) ? [...words, ...narrower] : words;
        const others = all
          .filter(({ text }) => text !== word.text)
          .map((other) => ({ ...other, isSpelling: bare(other.kana) === bare(word.kana) }));
        for (const key of new Set([word.text, word.kana, word.sound]))
          this.#leads.set(key, [...(this.#leads.get(key) ?? []), ...others]);
        cut(word);
      }
  }

  /** Other words for one in normal form or for a sound; of a compound also with one of its words. */
  others(word: string): readonly Other[] {
    const known = this.#leads.get(word);
    if (known) return known;
    return this.words
      .filter(({ text }) => text.length > 1 && word.includes(text))
      .flatMap(({ text }) =>
        (this.#leads.get(text) ?? []).map((other) => ({
          ...other,
          text: word.replace(text, other.text),
        })),
      );
  }

  /** A compound as the words of the thesaurus that it is made of, with what stands between. */
  cut = (text: string) => this.mixed.segment(text).map((one) => one.text);
}

/** A reading without the お or ご of politeness. */
const bare = (kana: string) => kana.replace(/^[おご](?=..)/, '');
