/** One plan that is searched: which of its records answer a question, and in which order. Pure. */
import type { FiscalYear } from '#model/fiscal-year.ts';
import { Lexicon } from '#model/segment.ts';
import { evidenceOf, shareOf, type Evidence, type Wanted } from './evidence.ts';
import { parseQuery, type Query, type Term } from './query.ts';
import {
  BETWEEN,
  recordOf,
  type PlanWords,
  type SearchRecord,
  type StoredRecord,
} from './record.ts';
import { isHiragana, isKana } from './normal-form.ts';
import { halfConverted, slips, vocabularyOf } from './slips.ts';
import { lexiconOf, readWritten, thesaurusOf, wordOf, wordsOf, type Word } from './words.ts';

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
  marks: readonly string[];
  /** The related words that brought it here, as they are written. */
  related: readonly string[];
}

/** The best first. */
export const byRank = (a: Hit, b: Hit) =>
  TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score;

export class PlanSearch {
  readonly records: readonly SearchRecord[];
  #fiscalYear: FiscalYear;
  #words: readonly Word[];
  #others: ReturnType<typeof thesaurusOf>;
  /** Words of kanji and kana, or written so as well (子供), which are cut out of a question whole. */
  #mixed: Lexicon;
  #all: string;
  #vocabulary: readonly Word[] | undefined;

  constructor(
    stored: readonly StoredRecord[],
    fiscalYear: FiscalYear,
    { keywords = {}, groups = [], printed = '' }: Partial<PlanWords> = {},
  ) {
    const listed = (list = '') => list.split(BETWEEN).filter(Boolean);
    const written = [printed, ...Object.values(keywords)].flatMap(listed);
    written.push(...groups.flatMap(wordsOf));
    const lexicon = lexiconOf(written);
    const read = (written: string) => {
      const [word, kana = lexicon.toKana(word)] = readWritten(written);
      return wordOf(word, kana);
    };
    this.records = stored.map((record) =>
      recordOf(record, lexicon, listed(keywords[record.url]).map(read)),
    );
    this.#fiscalYear = fiscalYear;
    this.#words = written.map(read);
    this.#others = thesaurusOf(groups, read);
    const hasKana = ({ text, sound }: Word) =>
      /[ぁ-ゖ]/.test(text) ||
      this.#others.get(text)?.some((word) => word.sound === sound && isKana(word.text));
    const mixed = this.#words.filter((word) => /\p{Script=Han}/u.test(word.text) && hasKana(word));
    this.#mixed = new Lexicon(mixed.map((word) => [word.printed, '']));
    this.#all = this.records.map(({ all }) => all).join('\n');
  }

  /** Never throws, whatever is typed. */
  parse = (typed: string): Query => parseQuery(typed, this.#fiscalYear, this.#mixed);

  /** Other words for a question, as they are written. */
  others = (typed: string): string[] =>
    (this.#others.get(this.parse(typed).whole.text) ?? []).map(({ printed }) => printed);

  /**
   * All that answers a question, best first. `homophones`: groups of characters of one sound or
   * shape, wanted where nothing answers without.
   */
  search(typed: string, homophones: readonly string[] = []): Hit[] {
    const query = this.parse(typed);
    const { whole } = query;
    const hits = this.#whole(query);
    const meant = (words: readonly string[]) => {
      const terms = words.map((text) => ({ printed: text, text, sound: '', weight: 1 }));
      hits.push(...this.#having(query, terms, true));
    };
    if (hits.length === 0) meant(halfConverted(this.#known, whole));
    hits.push(...this.#terms(query));
    const isFound = () => hits.some(({ tier }) => tier !== 'part');
    if (!isFound()) meant(slips(this.#all, this.#known, whole, homophones));
    const least = isFound() ? SHARE.partBelow : SHARE.part;
    const seen = new Set<SearchRecord>();
    return hits
      .filter(({ tier, share }) => tier !== 'part' || share >= least)
      .sort(byRank)
      .filter(({ record }) => !seen.has(record) && seen.add(record));
  }

  get #known() {
    return (this.#vocabulary ??= vocabularyOf(this.records, this.#words));
  }

  #wanted = (term: Term): Wanted => {
    const others = [term.text, term.sound].flatMap((key) => this.#others.get(key) ?? []);
    return { ...term, others: others.filter(({ text }) => this.#all.includes(text)) };
  };

  /** What answers the question as a whole. */
  #whole(query: Query): Hit[] {
    const { whole, stem, months } = query;
    if (whole.text !== '') return this.#having(query, stem ? [stem, whole] : [whole]);
    const records = months ? this.#inTime(query) : [];
    return records.map((record) => hitOf(record, 'printed', timeliness(record, query)));
  }

  /** What has one of the words that are meant. */
  #having(query: Query, meant: readonly Term[], isSlip = false): Hit[] {
    const wanted = meant.map(this.#wanted);
    return this.#inTime(query).flatMap((record) => {
      const found = wanted.flatMap((word) => evidenceOf(record, word) ?? []);
      if (found.length === 0) return [];
      const tier = found.some(({ isPrinted }) => isPrinted) ? 'printed' : 'found';
      const points = Math.max(...found.map((evidence) => evidence.points)) + found.length;
      const score = points + timeliness(record, query);
      return [hitOf(record, isSlip ? 'slip' : tier, score, found)];
    });
  }

  /** The records that have a part of the terms that is worth showing. */
  #terms(query: Query): Hit[] {
    const terms = query.terms.map(this.#wanted);
    const rows = this.#inTime(query).map((record) => ({
      record,
      shares: terms.map((term) => shareOf(record, term)),
    }));
    const weights = terms.map(({ printed, weight }, index) => {
      const having = rows.filter(({ shares }) => shares[index]?.share === 1).length;
      // Hiragana that no record has is the ending of a verb more often than a word.
      if (having === 0 && isHiragana(printed[0]) && terms.length > 1) return weight;
      return weight * Math.log(1 + rows.length / Math.max(having, 0.5));
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return rows.flatMap(({ record, shares }) => {
      const sum = (of: (share: (typeof shares)[number]) => number) =>
        shares.reduce((all, share, index) => all + of(share) * (weights[index] ?? 0), 0);
      const share = sum((part) => part.share) / total;
      if (!(share >= SHARE.part) || !shares.some((part) => part.share === 1)) return [];
      const points = sum((part) => PRESENT * part.share + part.points) + timeliness(record, query);
      return [hitOf(record, share < SHARE.all ? 'part' : 'terms', points, shares, share)];
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
  const times = passages.flatMap((passage) => (passage.months?.length ? [passage.months] : []));
  const fits = (times.length > 0 ? times : [stored.months]).map((time) => {
    const common = time.filter((month) => months.has(month)).length;
    return common / new Set([...time, ...months]).size;
  });
  return 10 * Math.max(0, ...fits);
}

/** `found`: what is marked; of related words none is named beside one that is printed. */
export function hitOf(
  record: SearchRecord,
  tier: Tier,
  score: number,
  found: readonly (Partial<Evidence> & { marks?: readonly string[] })[] = [],
  share = 1,
): Hit {
  const marks = new Set(
    found.flatMap(({ mark, marks = mark === undefined ? [] : [mark] }) => marks),
  );
  const related = tier === 'printed' ? [] : found.flatMap((evidence) => evidence.related ?? []);
  return { record, tier, score, share, marks: [...marks], related: [...new Set(related)] };
}
