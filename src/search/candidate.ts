/** One record as the scorer sees it: its words in normal form, with readings where they are known. */
import { normalize, normalizeWithOffsets, type Normalized } from './normalize.ts';

/** A paragraph or an activity. */
export interface Passage {
  text: string;
  /** Fragment of its own address. */
  id?: string | undefined;
  months?: readonly number[];
}

/** What the index keeps of a record. Texts may be annotated with readings. */
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
  /** Everyday words. */
  synonyms: readonly string[];
  /** Printed marks such as 新規. */
  marks?: readonly string[] | undefined;
  /** Ward and year, where several plans are searched together. */
  plan?: string;
}

/** A text in normal form, and how it is read. */
export interface Field extends Normalized {
  /** The text as it is printed, without readings. */
  printed: string;
  /** The same words as they are read aloud; equal to `text` where no reading is known. */
  kana: string;
  /** For each place in `kana` and its end, the place in `text` of the character or word read there. */
  origins: number[];
  words: { text: string; kana: string }[];
}

/** Whether a word may begin or end at a place in `kana`. */
export const isEdge = ({ origins }: Pick<Field, 'origins'>, at: number) =>
  origins[at] !== undefined && origins[at] !== origins[at - 1];

export interface Candidate {
  record: StoredRecord;
  titles: Field[];
  heads: Field;
  body: Field;
  /** Everyday words. */
  synonyms: Field[];
}

export const fieldsOf = ({ titles, heads, body }: Candidate) => [...titles, heads, body];

/** U+FFF9 word U+FFFA reading U+FFFB, Unicode's interlinear annotation. */
export const annotate = (word: string, reading: string) => `\ufff9${word}\ufffa${reading}\ufffb`;
const ANNOTATED = /\ufff9([^\ufffa]*)\ufffa([^\ufffb]*)\ufffb|([^\ufff9]+)/gu;

export type Reading = readonly [word: string, reading: string];

/** Annotates texts from left to right; of the words that begin at one place, the longest. */
export function annotator(readings: readonly Reading[]): (text: string) => string {
  // Not Map.groupBy, which the oldest browsers lack.
  const byFirst = new Map<string, Reading[]>();
  for (const one of [...readings].sort(([a], [b]) => b.length - a.length)) {
    const first = one[0].charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  return (text) => {
    let result = '';
    for (let at = 0; at < text.length;) {
      const known = byFirst.get(text.charAt(at))?.find(([word]) => text.startsWith(word, at));
      result += known ? annotate(...known) : text.charAt(at);
      at += known?.[0].length ?? 1;
    }
    return result;
  };
}

/** The record with its printed texts annotated. */
export const withReadings = <Some extends StoredRecord>(
  record: Some,
  read: (text: string) => string,
): Some => ({
  ...record,
  titles: record.titles.map(read),
  heads: record.heads.map(read),
  passages: record.passages.map((passage) => ({ ...passage, text: read(passage.text) })),
});

/** The text without its readings. */
export const plain = (text: string) => text.replaceAll(ANNOTATED, '$1$3');

export function candidateOf(record: StoredRecord): Candidate {
  const { titles, heads, passages, synonyms } = record;
  const texts = passages.map(({ text }) => text);
  return {
    record,
    titles: titles.map(fieldOf),
    heads: fieldOf(heads.join('\n')),
    body: fieldOf(texts.join('\n')),
    synonyms: synonyms.map(fieldOf),
  };
}

const MOST_KEPT = 5000;
const fields = new Map<string, Field>();
/** Reads a text, each once while not too many are kept. */
export function fieldOf(text: string): Field {
  const known = fields.get(text);
  if (known) return known;
  if (fields.size >= MOST_KEPT) fields.clear();
  const field = readField(text);
  fields.set(text, field);
  return field;
}

function readField(annotated: string): Field {
  const printed = plain(annotated);
  const normalized = normalizeWithOffsets(printed);
  const { text, offsets } = normalized;
  const field: Field = { ...normalized, printed, kana: '', origins: [], words: [] };
  let [original, from, to] = [0, 0, 0];
  for (const [, word, reading, bare = ''] of annotated.matchAll(ANNOTATED)) {
    original += (word ?? bare).length;
    while (to < text.length && (offsets[to] ?? 0) < original) to++;
    if (to === from) continue;
    const written = text.slice(from, to);
    const kana = reading === undefined ? written : normalize(reading);
    for (let at = 0; at < kana.length; at++)
      field.origins.push(reading === undefined ? from + at : from);
    field.kana += kana;
    field.words.push({ text: written, kana });
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
