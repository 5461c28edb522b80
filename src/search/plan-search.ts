/** One plan that is searched: which of its records answer a question, and in which order. Pure. */
import type { FiscalYear } from '#model/fiscal-year.ts';
import {
  evidenceOf,
  printedPoints,
  shareOf,
  WEAK,
  type Evidence,
  type Wanted,
} from './evidence.ts';
import { endsCompound, parseQuery, stemOf, type Query, type Term } from './query.ts';
import {
  FORM,
  recordOf,
  type PlanWords,
  type SpokenWords,
  type SearchRecord,
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
const UNKNOWN_ENDING = 0.5;
/** The end of a compound is not dropped from a word that more of the records print. */
const COMMON_STEM = 0.25;

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
  #evidence = new Map<string, Map<SearchRecord, Evidence | undefined>>();
  #vocabulary: ReturnType<typeof vocabularyOf> | undefined;

  constructor(
    records: readonly SearchRecord[],
    fiscalYear: FiscalYear,
    groups: readonly Group[] = [],
  ) {
    this.records = records;
    this.#reader = {
      fiscalYear,
      thesaurus: new Thesaurus(
        groups,
        records.flatMap(({ keywords }) => keywords),
      ),
    };
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
   * All that answers a question, best first. `homophones`: groups of characters of one sound or shape,
   * wanted where nothing answers without.
   */
  search(typed: string, homophones: readonly string[] = []): Hit[] {
    const query = this.parse(typed);
    this.#evidence.clear();
    const hits = new Map<string, Hit>();
    const add = (found: readonly Hit[]) => {
      for (const hit of found)
        if (!hits.has(hit.record.stored.url)) hits.set(hit.record.stored.url, hit);
    };
    const stem = this.#stem(typed, query);
    if (stem && !this.#isName(query)) add(this.#whole(stem, query.whole));
    else add(this.#whole(query));
    if (hits.size === 0) add(this.#slips(query, halfConverted(this.#words, query.whole.text)));
    const parts: Hit[] = [];
    const addTerms = (one: Query) => {
      const found = this.#terms(one);
      add(found.filter(({ tier }) => tier === 'terms'));
      parts.push(...found.filter(({ tier }) => tier === 'part'));
    };
    for (const one of [query, ...(stem ? [stem] : [])]) addTerms(one);
    if (hits.size === 0)
      for (const mode of ['sentence', 'untimed'] as const) {
        const other = parseQuery(typed, this.#reader, mode);
        if (hits.size > 0 || other.whole.text === query.whole.text) continue;
        add(this.#whole(other));
        addTerms(other);
      }
    if (hits.size === 0) {
      const { text } = query.whole;
      add(this.#slips(query, slips(this.records, this.#words, text, homophones)));
    }
    const least = hits.size > 0 ? SHARE.partBelow : SHARE.part;
    add(parts.filter(({ share }) => share >= least));
    return sorted([...hits.values()]);
  }

  get #words() {
    return (this.#vocabulary ??= vocabularyOf(this.records, this.#reader.thesaurus.words));
  }

  #wanted = (term: Term): Wanted => ({
    ...term,
    others: this.#reader.thesaurus
      .others(term.sound ?? term.text)
      .filter(({ text }) => this.#isPrinted(text)),
  });

  /** Whether any record prints a text in normal form. */
  #isPrinted(text: string): boolean {
    const known = this.#printed.get(text) ?? this.records.some(({ all }) => all.includes(text));
    this.#printed.set(text, known);
    return known;
  }

  /** Each is worked out once a question. */
  #evidenceOf(record: SearchRecord, wanted: Wanted): Evidence | undefined {
    const key = `${wanted.text} ${wanted.sound ?? ''} ${wanted.script ?? ''}`;
    const known = this.#evidence.get(key) ?? new Map<SearchRecord, Evidence | undefined>();
    this.#evidence.set(key, known);
    if (!known.has(record)) known.set(record, evidenceOf(record, wanted));
    return known.get(record);
  }

  /** The question without the end of its compound, where that leaves a word that says something. */
  #stem(typed: string, { phrases }: Query): Query | undefined {
    const stem = phrases.length === 1 ? stemOf(typed, this.#reader) : undefined;
    if (!stem || stem.phrases.length === 0) return undefined;
    const printing = this.records.filter((one) => printedPoints(one, stem.whole) > 0);
    return printing.length > this.records.length * COMMON_STEM ? undefined : stem;
  }

  #isName = ({ whole }: Query) =>
    this.records.some(({ titles }) => titles.some(({ text }) => text.includes(whole.text)));

  /** What answers the question as a whole. `also` is the question with the end of its compound. */
  #whole(query: Query, also?: Term): Hit[] {
    const whole = this.#wanted(query.whole);
    const longer = also && this.#wanted(also);
    const hits = this.#inTime(query).flatMap((record) => {
      const time = timeliness(record, query);
      if (query.phrases.length === 0)
        return query.months ? [hitOf(record, 'printed', time, [])] : [];
      const each = query.phrases.map((phrase) => printedPoints(record, phrase));
      const isSplit = each.length > 1 && query.phrases.every(({ text }) => text.length > 1);
      const evidence = this.#evidenceOf(record, whole);
      const compound = longer && this.#evidenceOf(record, longer);
      if (isSplit && evidence?.how !== 'printed' && Math.min(...each) > 0)
        return [
          hitOf(
            record,
            'printed',
            Math.min(...each) + time,
            query.phrases.map(({ text }) => text),
          ),
        ];
      const best = [evidence, compound].filter((one) => one !== undefined);
      if (best.length === 0) return [];
      const tier = best.some(({ how }) => how === 'printed') ? 'printed' : 'found';
      const points = Math.max(...best.map(({ points }) => points)) + best.length;
      const related = best.flatMap((one) => one.related ?? []);
      return [
        hitOf(
          record,
          tier,
          points + time,
          best.map(({ mark }) => mark),
          related,
        ),
      ];
    });
    // A keyword of which the question is a part says something where nothing says more.
    const isWeak = ({ tier, score }: Hit) => query.phrases.length > 0 && score < WEAK && tier;
    return hits.every(isWeak) ? hits : hits.filter((hit) => !isWeak(hit));
  }

  /** The records that have a part of the terms that is worth showing. */
  #terms(query: Query): Hit[] {
    const terms = query.terms.map(this.#wanted);
    const rows = this.#inTime(query).map((record) => ({
      record,
      shares: terms.map((term) =>
        term.text.length === 1 && endsCompound(term)
          ? { share: 0, points: 0, marks: [], related: undefined }
          : shareOf(record, term, this.#evidenceOf(record, term)),
      ),
    }));
    const weights = terms.map(({ text, script, weight }, at) => {
      const shares = rows.flatMap((row) => row.shares[at] ?? []);
      // The stem of a verb that a keyword spells out is as good as a noun.
      const isSpelled = text.length === 1 && shares.some(({ related }) => related !== undefined);
      const having = shares.filter(({ share }) => share === 1).length;
      // Hiragana that nothing has is the ending of a verb more often than a word.
      if (having === 0 && script === 'hiragana' && terms.length > 1) return UNKNOWN_ENDING;
      return (isSpelled ? 1 : weight) * Math.log(1 + shares.length / Math.max(having, 0.5));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return rows.flatMap(({ record, shares }) => {
      const sum = (of: (share: (typeof shares)[number]) => number) =>
        shares.reduce((all, share, at) => all + of(share) * (weights[at] ?? 0), 0);
      const share = sum((one) => one.share) / total;
      if (!(share >= SHARE.part) || !shares.some((one) => one.share === 1)) return [];
      const tier = share < SHARE.all ? 'part' : 'terms';
      const points = sum((one) => PRESENT * one.share + one.points) + timeliness(record, query);
      const related = shares.flatMap((one) => one.related ?? []);
      return [
        hitOf(
          record,
          tier,
          points,
          shares.flatMap(({ marks }) => marks),
          related,
          share,
        ),
      ];
    });
  }

  /** The records that have one of the words that may be meant. */
  #slips(query: Query, words: readonly string[]): Hit[] {
    return this.#inTime(query).flatMap((record) => {
      const found = words.flatMap((text) => {
        const evidence = this.#evidenceOf(
          record,
          this.#wanted({ ...query.whole, text, script: undefined, sound: undefined }),
        );
        return evidence ? [evidence] : [];
      });
      const [best] = found.sort((a, b) => b.points - a.points);
      return best
        ? [hitOf(record, 'slip', best.points, [best.mark], best.related ? [best.related] : [])]
        : [];
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
  const fits = [...times, ...(times.length > 0 ? [] : [stored.months])].map((one) => {
    const common = one.filter((month) => months.has(month)).length;
    return common / new Set([...one, ...months]).size;
  });
  return 10 * Math.max(0, ...fits);
}

const hitOf = (
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

/** Best first; among equals the order in which they were given. */
export const sorted = (hits: readonly Hit[]) =>
  [...hits].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score);

/** A search of records, with what is known of the words that lead to them. */
export function searchOf(
  stored: readonly StoredRecord[],
  fiscalYear: FiscalYear,
  { keywords = {}, groups = [] }: Partial<PlanWords> = {},
  spoken: SpokenWords = { form: FORM, printed: [], spoken: [] },
): PlanSearch {
  const inGroups = groups.flatMap((group) => group.split(/ < | /));
  const { lexicon, read } = reader([...Object.values(keywords).flat(), ...inGroups], spoken);
  return new PlanSearch(
    stored.map((one) => recordOf(one, lexicon, keywords[one.url]?.map(read))),
    fiscalYear,
    groups.map((group) => readGroup(group, read)),
  );
}
