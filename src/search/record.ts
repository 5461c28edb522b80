/** What can be found: a record for each noun of a plan, and the files that hold them. */
import type { Lexicon } from '#model/segment.ts';
import { PrintedText } from './printed-text.ts';
import type { Word } from './words.ts';

/** A paragraph or an activity. */
export interface Passage<Text = string> {
  text: Text;
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

/** The form of the files below: raised when another release would misread them. */
export const FORM = 5;
/** Between the words of a list in the files below, where a word may have spaces. */
export const BETWEEN = '|';

/** What the search knows of a plan beside what its page prints; readings as in `words.ts`. */
export interface PlanWords {
  form: number;
  /** The words that records print and that have a reading. */
  printed: string;
  /** The everyday words of the content, by the address of a record. */
  keywords: Readonly<Record<string, string>>;
  /** Groups of the thesaurus of which the plan prints a word. */
  groups: readonly string[];
}

/** A whole plan, as other sites search it. */
export interface ScanFile extends PlanWords {
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

export interface SearchRecord {
  stored: StoredRecord;
  titles: PrintedText[];
  passages: Passage<PrintedText>[];
  /** All texts that the record prints. */
  texts: PrintedText[];
  /** All of these in normal form, a line each: what is not in it is in none. */
  all: string;
  /** The same as it sounds. */
  readonly allSounds: string;
  /** Everyday words for what the record is about. */
  keywords: readonly Word[];
}

export function recordOf(
  stored: StoredRecord,
  lexicon: Lexicon,
  keywords: readonly Word[] = [],
): SearchRecord {
  const textOf = (printed: string) => new PrintedText(printed, lexicon);
  const titles = stored.titles.map(textOf);
  const passages = stored.passages.map((passage) => ({ ...passage, text: textOf(passage.text) }));
  const others = [...stored.heads, ...(stored.marks ?? [])].map(textOf);
  const texts = [...titles, ...others, ...passages.map(({ text }) => text)];
  const all = texts.map(({ text }) => text).join('\n');
  let sounds: string | undefined;
  return {
    stored,
    titles,
    passages,
    texts,
    all,
    keywords,
    get allSounds() {
      return (sounds ??= texts.map(({ spoken }) => spoken.sound).join('\n'));
    },
  };
}
