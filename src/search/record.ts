/** What can be found: a record for each noun of a plan, and the words that lead to it. */
import type { Lexicon } from '#model/segment.ts';
import { normalize, type Script } from './normal-form.ts';
import { PrintedText } from './printed-text.ts';
import { soundOfKana } from './romaji.ts';

export type Reading = readonly [word: string, kana: string];

/** A paragraph or an activity. */
export interface Passage {
  text: string;
  /** Fragment of its own address. */
  id?: string | undefined;
  months?: readonly number[] | undefined;
}

export interface StoredRecord {
  url: string;
  kind: string;
  goals: readonly number[];
  sections: readonly string[];
  months: readonly number[];
  /** Its names; more than one where a pledge is of several units. */
  titles: readonly string[];
  /** The headings above its words: its goal, its section. */
  heads: readonly string[];
  passages: readonly Passage[];
  /** Printed marks such as 新規. */
  marks?: readonly string[] | undefined;
  /** Ward and year, for a record of another plan. */
  plan?: string;
}

/** Between the words of a list in the files below, where a word may have spaces. */
export const BETWEEN = '|';

/** The form of the files below: raised when another release would misread them. */
export const FORM = 4;

/** What the search knows of a plan beside what its page prints. */
export interface PlanWords {
  form: number;
  /** The everyday words of the content, by the address of a record; see `related-words.ts`. */
  keywords: Readonly<Record<string, string>>;
  /** Groups of the thesaurus of which the plan prints a word; see `thesaurus.ts`. */
  groups: readonly string[];
}

/** How words are read, for questions in kana and in romaji. */
export interface SpokenWords {
  form: number;
  /** The words that records print, that have a reading and are not among `PlanWords`. */
  printed: string;
  /** The readings of these and of `PlanWords`; see `related-words.ts`. */
  spoken: string;
}

/** A whole plan, as other sites search it. */
export interface ScanFile extends PlanWords, SpokenWords {
  plan: string;
  /** Calendar year of the April with which it begins. */
  year: number;
  records: readonly StoredRecord[];
}

/** What a record may be filtered by: its values by the names of filters. */
export const filtersOf = (record: StoredRecord): Record<string, string[]> => ({
  kind: [record.kind],
  goal: record.goals.map(String),
  section: [...record.sections],
  month: record.months.map(String),
  mark: [...(record.marks ?? [])],
  plan: record.plan === undefined ? [] : [record.plan],
});

/** An everyday word for what the record is about. */
export interface Keyword {
  printed: string;
  /** In normal form. */
  text: string;
  kana: string;
  readonly sound: string;
  script: Script | undefined;
}

export interface SearchRecord {
  stored: StoredRecord;
  titles: PrintedText[];
  passages: (Omit<Passage, 'text'> & { text: PrintedText })[];
  /** All texts that the record prints. */
  texts: PrintedText[];
  /** All of these in normal form, a line each: what is not in it is in none. */
  all: string;
  keywords: Keyword[];
}

export function recordOf(
  stored: StoredRecord,
  lexicon: Lexicon,
  keywords: readonly Reading[] = [],
): SearchRecord {
  const text = (printed: string) => new PrintedText(printed, lexicon);
  const titles = stored.titles.map(text);
  const passages = stored.passages.map((one) => ({ ...one, text: text(one.text) }));
  const others = [...stored.heads, ...(stored.marks ?? [])].map(text);
  const texts = [...titles, ...others, ...passages.map((one) => one.text)];
  return {
    stored,
    titles,
    passages,
    texts,
    all: texts.map((one) => one.text).join('\n'),
    keywords: keywords.map(keywordOf),
  };
}

export function keywordOf([printed, kana]: Reading): Keyword {
  let sound: string | undefined;
  return {
    printed,
    text: normalize(printed),
    kana: normalize(kana),
    // Few questions are in romaji.
    get sound() {
      return (sound ??= soundOfKana(kana));
    },
    script: /^[ァ-ヶー]/u.test(printed) ? 'katakana' : undefined,
  };
}
