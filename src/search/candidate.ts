/** One record as the scorer sees it: its words in normal form, with readings where they are known. */
import { normalize, normalizeWithOffsets, type Normalized } from './normalize.ts';

export type Reading = readonly [word: string, kana: string];

/** A paragraph or an activity. */
export interface Passage {
  text: string;
  /** Fragment of its own address. */
  id?: string | undefined;
  months?: readonly number[] | undefined;
}

/** Raise it when records or tokens change so that an index of before misleads: such an index is refused. */
export const FORM = 2;

/** What the index keeps of a record. */
export interface StoredRecord {
  /** `FORM` of the release that wrote it into an index. */
  form?: number;
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
  /** Synonyms that the content gives; a word without kanji is its own reading. */
  synonyms: readonly Reading[];
  /** Printed marks such as 新規. */
  marks?: readonly string[] | undefined;
  /** Ward and year, where several plans are searched together. */
  plan?: string;
  /** The words of its texts that have a reading. */
  readings?: readonly Reading[];
}

/** What a record may be filtered by: its values by the names of filters, in the index and on the page. */
export const filtersOf = (record: StoredRecord): Record<string, string[]> => ({
  kind: [record.kind],
  goal: record.goals.map(String),
  section: [...record.sections],
  month: record.months.map(String),
  mark: [...(record.marks ?? [])],
  plan: record.plan === undefined ? [] : [record.plan],
});

/** A text in normal form, and how it is read. */
export interface Field extends Normalized {
  printed: string;
  /** The same words as they are read aloud; equal to `text` where no reading is known. */
  kana: string;
  /** For each place in `kana` and for its end, the place in `text` of the character or word read there. */
  origins: number[];
  /** The words that have a reading; `at` is the place in `kana`. */
  words: { text: string; kana: string; at: number }[];
}

/** Whether a word may begin or end at a place in `kana`. */
export const isEdge = ({ origins }: Pick<Field, 'origins'>, at: number) =>
  origins[at] !== undefined && origins[at] !== origins[at - 1];

/** An everyday word for what the record is about, as the content gives it. */
export type Synonym = Pick<Field, 'printed' | 'text' | 'kana'>;

export interface Candidate {
  record: StoredRecord;
  titles: Field[];
  heads: Field[];
  marks: Field[];
  passages: (Field & Omit<Passage, 'text'>)[];
  /** All of these: what the record prints. */
  fields: Field[];
  synonyms: Synonym[];
}

/** The reading of the word that begins at a place in a text; of several, the longest. */
export type Lexicon = (text: string, at: number) => Reading | undefined;

export function lexiconOf(readings: readonly Reading[]): Lexicon {
  // Not Map.groupBy, which the oldest browsers lack.
  const byFirst = new Map<string, Reading[]>();
  for (const one of [...readings].sort(([a], [b]) => b.length - a.length)) {
    const first = one[0].charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  return (text, at) => byFirst.get(text.charAt(at))?.find(([word]) => text.startsWith(word, at));
}

/** `lexicon`: of the page, for a record that it prints; a record of the index has its own readings. */
export function candidateOf(
  record: StoredRecord,
  lexicon = lexiconOf(record.readings ?? []),
): Candidate {
  const field = (text: string) => fieldOf(text, lexicon);
  const printed = {
    titles: record.titles.map(field),
    heads: record.heads.map(field),
    marks: (record.marks ?? []).map(field),
    passages: record.passages.map(({ text, id, months }) => ({ ...field(text), id, months })),
  };
  return {
    record,
    ...printed,
    fields: Object.values(printed).flat(),
    synonyms: record.synonyms.map(([printed, kana]) => ({
      printed,
      text: normalize(printed),
      kana: normalize(kana),
    })),
  };
}

/** Reads a text from left to right. */
export function fieldOf(printed: string, lexicon: Lexicon): Field {
  const normalized = normalizeWithOffsets(printed);
  const { text, offsets } = normalized;
  const field: Field = { ...normalized, printed, kana: '', origins: [], words: [] };
  let [end, from, to] = [0, 0, 0];
  while (end < printed.length) {
    const [word, reading] = lexicon(printed, end) ?? [printed.charAt(end)];
    end += word.length;
    while (to < text.length && (offsets[to] ?? 0) < end) to++;
    if (to === from) continue;
    const written = text.slice(from, to);
    const kana = reading === undefined ? written : normalize(reading);
    if (reading !== undefined) field.words.push({ text: written, kana, at: field.kana.length });
    for (let at = 0; at < kana.length; at++)
      field.origins.push(reading === undefined ? from + at : from);
    field.kana += kana;
    from = to;
  }
  field.origins.push(text.length);
  return field;
}

/** Every offset of a word in a text; none of an empty one. */
export function places(text: string, word: string): number[] {
  const found: number[] = [];
  if (word === '') return found;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push(at);
  return found;
}
