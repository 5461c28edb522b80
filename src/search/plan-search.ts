/** One plan that is searched: which of its records answer a question, and in which order. Pure. */
import type { FiscalYear } from '#model/fiscal-year.ts';
import { evidenceOf, shareOf, type Evidence, type Wanted } from './evidence.ts';
import { endsCompound, parseQuery, stemOf, type Query, type Term } from './query.ts';
import {
  BETWEEN,
  FORM,
  recordOf,
  type PlanWords,
  type Reading,
  type SearchRecord,
  type SpokenWords,
  type StoredRecord,
} from './record.ts';
import { reader } from './related-words.ts';
import { halfConverted, slips, vocabularyOf } from './slips.ts';
import { readGroup, Thesaurus, type Group } from './thesaurus.ts';

/** How a record answers, the best first; below `part` a line is drawn. */
const TIERS = ['printed', 'found', 'slip', 'terms', 'part'] as const;
export type Tier = (typeof TIERS)[number];

/** Points of a term of several that is there; those of where it stands are added. */
const PRESENT = 100;
/** The least share of a question that counts as all of it, and as a part that is worth showing. */
const SHARE = { all: 0.75, part: 0.38, partBelow: 0.6 } as const;

export interface Hit {
  record: SearchRecord;
  tier: Tier;
  score: number;
  /** How much of the question answers, from 0 to 1. */
  share: number;
  /** Stretches to mark: in normal form, or as they sound. */
  marks: string[];
  /** The related words that brought it here, as they are written. */
  related: string[];
}

export class PlanSearch {
  readonly records: readonly SearchRecord[];
  #reader: { fiscalYear: FiscalYear; thesaurus: Thesaurus };
  #printed = new Map<string, boolean>();
  #vocabulary: ReturnType<typeof vocabularyOf> | undefined;

  constructor(
    records: readonly SearchRecord[],
    fiscalYear: FiscalYear,
    groups: readonly Group[] = [],
  ) {
    this.records = records;
    const keywords = records.flatMap((record) => record.keywords);
    this.#reader = { fiscalYear, thesaurus: new Thesaurus(groups, keywords) };
  }

  /** Never throws, whatever is typed. */
  parse(typed: string): Query {
    return parseQuery(typed, this.#reader);
  }

  /** Other words for a question, as they are written. */
  others(typed: string): string[] {
    const { text } = this.parse(typed).whole;
    return this.#reader.thesaurus.others(text).map(({ printed }) => printed);
  }

  /**
   * All that answers a question, best first. `homophones`: groups of characters of one sound or
   * shape, wanted where nothing answers without.
   */
  search(typed: string, homophones: readonly string[] = []): Hit[] {
    const query = this.parse(typed);
    const { text } = query.whole;
    const hits = new Map<SearchRecord, Hit>();
    const parts: Hit[] = [];
    const add = (found: readonly Hit[]) => {
      for (const hit of found) if (!hits.has(hit.record)) hits.set(hit.record, hit);
    };
    const addTerms = (one: Query) => {
      const found = this.#terms(one);
      add(found.filter(({ tier }) => tier === 'terms'));
      parts.push(...found.filter(({ tier }) => tier === 'part'));
    };
    const stem = stemOf(typed, this.#reader);
    add(stem ? this.#whole(stem, query.whole) : this.#whole(query));
    if (hits.size === 0) add(this.#slips(query, halfConverted(this.#words, text)));
    addTerms(query);
    for (const mode of ['sentence', 'untimed'] as const) {
      const other = parseQuery(typed, this.#reader, mode);
      if (hits.size > 0 || other.whole.text === text) continue;
      add(this.#whole(other));
      addTerms(other);
    }
    if (hits.size === 0)
      add(this.#slips(query, slips(this.records, this.#words, text, homophones)));
    add(parts.filter(({ share }) => share >= (hits.size > 0 ? SHARE.partBelow : SHARE.part)));
    return [...hits.values()].sort(
      (a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score,
    );
  }

  get #words() {
    return (this.#vocabulary ??= vocabularyOf(this.records, this.#reader.thesaurus.words));
  }

  #wanted = (term: Term): Wanted => ({
    ...term,
    others: this.#reader.thesaurus
      .others(term.text, term.sound)
      .filter(({ text }) => this.#isPrinted(text)),
  });

  /** Whether any record prints a text in normal form. */
  #isPrinted(text: string): boolean {
    const known = this.#printed.get(text) ?? this.records.some(({ all }) => all.includes(text));
    this.#printed.set(text, known);
    return known;
  }

  /** What answers the question as a whole. `also` is the question with the end of its compound. */
  #whole(query: Query, also?: Term): Hit[] {
    const { phrases, months } = query;
    const meant = [query.whole, ...(also ? [also] : [])].map(this.#wanted);
    return this.#inTime(query).flatMap((record) => {
      const time = timeliness(record, query);
      if (phrases.length === 0) return months ? [hitOf(record, 'printed', time, [])] : [];
      const best = meant.flatMap((one) => evidenceOf(record, one) ?? []);
      if (best.length === 0) return [];
      const isPrinted = best.some((one) => one.isPrinted);
      const points = Math.max(...best.map((one) => one.points)) + best.length + time;
      return [hitOf(record, isPrinted ? 'printed' : 'found', points, ...shownOf(best))];
    });
  }

  /** The records that have a part of the terms that is worth showing. */
  #terms(query: Query): Hit[] {
    const terms = query.terms.map(this.#wanted);
    const rows = this.#inTime(query).map((record) => ({
      record,
      shares: terms.map((term) =>
        endsCompound(term)
          ? { share: 0, points: 0, marks: [] }
          : shareOf(record, term, evidenceOf(record, term)),
      ),
    }));
    const weights = terms.map(({ script, weight }, at) => {
      const having = rows.filter(({ shares }) => shares[at]?.share === 1).length;
      // Hiragana that no record has is the ending of a verb more often than a word.
      if (having === 0 && script === 'hiragana' && terms.length > 1) return weight;
      return weight * Math.log(1 + rows.length / Math.max(having, 0.5));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return rows.flatMap(({ record, shares }) => {
      const sum = (of: (share: (typeof shares)[number]) => number) =>
        shares.reduce((all, share, at) => all + of(share) * (weights[at] ?? 0), 0);
      const share = sum((one) => one.share) / total;
      if (!(share >= SHARE.part) || !shares.some((one) => one.share === 1)) return [];
      const points = sum((one) => PRESENT * one.share + one.points) + timeliness(record, query);
      const tier = share < SHARE.all ? 'part' : 'terms';
      const marks = shares.flatMap((one) => one.marks);
      const related = shares.flatMap((one) => one.related ?? []);
      return [hitOf(record, tier, points, marks, related, share)];
    });
  }

  /** The records that have one of the words that may be meant. */
  #slips(query: Query, words: readonly string[]): Hit[] {
    const wanted = words.map((text) =>
      this.#wanted({ ...query.whole, text, script: undefined, sound: undefined }),
    );
    return this.#inTime(query).flatMap((record) => {
      const found = wanted.flatMap((one) => evidenceOf(record, one) ?? []);
      const [best] = found.sort((a, b) => b.points - a.points);
      return best ? [hitOf(record, 'slip', best.points, ...shownOf([best]))] : [];
    });
  }

  #inTime({ months }: Query): readonly SearchRecord[] {
    if (!months) return this.records;
    return this.records.filter(({ stored }) => stored.months.some((month) => months.has(month)));
  }
}

/** How well the best of what a record does fits the months that are asked for, from 0 to 10. */
function timeliness({ stored, passages }: SearchRecord, { months }: Query): number {
  if (!months) return 0;
  const times = passages.flatMap((one) => (one.months?.length ? [one.months] : []));
  const fits = (times.length > 0 ? times : [stored.months]).map((one) => {
    const common = one.filter((month) => months.has(month)).length;
    return common / new Set([...one, ...months]).size;
  });
  return 10 * Math.max(0, ...fits);
}

/** What is marked, and the related words that are to be named: none beside a printed one. */
const shownOf = (found: readonly Evidence[]): [string[], string[]] => [
  found.map(({ mark }) => mark),
  found.some(({ isPrinted }) => isPrinted) ? [] : found.flatMap(({ related }) => related ?? []),
];

export const hitOf = (
  record: SearchRecord,
  tier: Tier,
  score: number,
  marks: readonly string[],
  related: readonly string[] = [],
  share = 1,
): Hit => ({
  record,
  tier,
  score,
  share,
  marks: [...new Set(marks)],
  related: [...new Set(related)],
});

/** A search of records, with what is known of the words that lead to them. */
export function searchOf(
  stored: readonly StoredRecord[],
  fiscalYear: FiscalYear,
  { keywords = {}, groups = [] }: Partial<PlanWords> = {},
  spoken: SpokenWords = { form: FORM, printed: '', spoken: '' },
): PlanSearch {
  const inGroups = groups.flatMap((group) => group.split(/ < | /));
  const listed = (list?: string) => list?.split(BETWEEN) ?? [];
  const words = [...Object.values(keywords).flatMap(listed), ...inGroups];
  const lexicon = reader(words, spoken);
  const read = (word: string): Reading => [word, lexicon.toKana(word)];
  return new PlanSearch(
    stored.map((one) => recordOf(one, lexicon, listed(keywords[one.url]).map(read))),
    fiscalYear,
    groups.map((group) => readGroup(group, read)),
  );
}
