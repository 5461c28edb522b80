/**
 * The order of asking. The words of the page answer at once; then each index is asked for the question
 * as it is typed, else for its other meanings and its parts; and where nothing answers, for what was
 * meant but for a slip of the hand.
 */
import type { Candidate } from './candidate.ts';
import { meant } from './fuzzy.ts';
import { otherMeanings, parseQuery, type Query } from './parse-query.ts';
import { inTime, rank, rankWhole, slipHits, type Hit } from './score.ts';
import { slipLists, termLists, wholeLists } from './tokens.ts';

/** Values by the names of filters. */
export type Filters = Readonly<Record<string, string | { any: readonly string[] }>>;

/** What answers beside the page; see `client.ts`. */
export interface Index {
  /** How many indexes there are: the plan's own, then those of the archive. */
  readonly count: number;
  /** Records of one of them that may have the tokens of a list, less those at the addresses `shown`. */
  candidates(
    at: number,
    lists: ReadonlySet<string>,
    filters: Filters,
    shown: ReadonlySet<string>,
  ): AsyncIterable<readonly Candidate[]>;
  /** Characters of one sound or shape, in groups. */
  homophones(): Promise<readonly string[]>;
}

/** The records that the page prints. */
export interface PageRecords {
  printed: readonly Candidate[];
  withReadings(): Promise<readonly Candidate[]>;
}

/** A longer question is no single word with a slip. */
const LONGEST_WORD = 16;

export class Answer {
  readonly query: Query;
  /** The question, and what else may be meant where it has no answer as it is. */
  #meanings: readonly Query[];
  /** What is found by now. */
  #hits = new Map<string, Hit>();
  /** The records that are known by now, by address. */
  #known = new Map<string, Candidate>();
  #page: PageRecords;
  #index: Index;
  #choice: Filters;
  #signal: AbortSignal;

  /** `choice`: the filters that are chosen. `signal`: tells when the answer is no longer wanted. */
  constructor(
    typed: string,
    page: PageRecords,
    index: Index,
    choice: Filters,
    signal: AbortSignal,
  ) {
    this.query = parseQuery(typed);
    this.#meanings = [this.query, ...otherMeanings(typed, this.query)];
    [this.#page, this.#index, this.#choice, this.#signal] = [page, index, choice, signal];
    this.#know(page.printed);
  }

  /** What the page prints as it is typed. */
  atOnce(): readonly Hit[] {
    return this.#add(this.#whole().filter(({ tier }) => tier === 'surface'));
  }

  /**
   * All that is found by now, each time that more is: what is given once keeps its place. Throws where
   * an index cannot be read, those of the archive after all others have answered.
   */
  async *hits(): AsyncGenerator<readonly Hit[]> {
    if (/[ぁ-ゖa-z]/.test(this.query.whole)) this.#know(await this.#page.withReadings());
    yield this.#add(this.#whole());
    let fault: Error | undefined;
    for (let at = 0; at < this.#index.count; at++)
      try {
        yield* this.#find(at);
      } catch (error) {
        if (at === 0) throw error;
        fault ??= error as Error;
      }
    if (fault) throw fault;
    if (this.#hits.size === 0) yield* this.#findSlips();
    if (this.#hits.size === 0) yield this.rest();
  }

  /** Adds what the known records answer in part as well. */
  rest(): readonly Hit[] {
    return this.#add(this.#ranked((hits) => hits.length > 0));
  }

  /** What the first meaning gives for which it is enough; nothing where none does. */
  #ranked(isEnough: (hits: readonly Hit[]) => boolean): readonly Hit[] {
    for (const meaning of this.#meanings) {
      const hits = rank(this.#candidates, meaning);
      if (isEnough(hits)) return hits;
    }
    return [];
  }

  get #candidates() {
    return [...this.#known.values()];
  }

  #know(candidates: readonly Candidate[]) {
    for (const one of candidates) this.#known.set(one.record.url, one);
  }

  #whole() {
    return rankWhole(this.#candidates, this.query);
  }

  #add(hits: readonly Hit[]): readonly Hit[] {
    for (const hit of hits) if (!this.#hits.has(hit.url)) this.#hits.set(hit.url, hit);
    return [...this.#hits.values()];
  }

  async *#find(at: number): AsyncGenerator<readonly Hit[]> {
    const { months, phrases } = this.query;
    yield* this.#retrieve(at, wholeLists([this.query]), months);
    if (this.#whole().length > 0 || phrases.length === 0) return;
    // A month is a filter of all that is asked at once.
    for (const isTimed of [true, false]) {
      const meanings = this.#meanings.filter((one) => isTimed === (one.months !== undefined));
      const lists = new Set([...wholeLists(meanings), ...termLists(meanings)]);
      if (lists.size > 0) yield* this.#retrieve(at, lists, meanings[0]?.months);
    }
    yield this.#add(this.#ranked((hits) => hits.some(({ tier }) => tier !== 'part')));
  }

  async *#findSlips(): AsyncGenerator<readonly Hit[]> {
    const { whole, months } = this.query;
    const lists = slipLists(whole);
    if (whole.length > LONGEST_WORD || lists.size === 0) return;
    const homophones = await this.#index.homophones();
    for (let at = 0; at < this.#index.count; at++) yield* this.#retrieve(at, lists, months);
    const candidates = inTime(this.#candidates, this.query);
    yield this.#add(slipHits(candidates, (one) => meant(one, whole, homophones)));
  }

  /**
   * Fetches candidates: without the filters that are chosen, so that each choice can be counted, then with
   * them, since only the first candidates are fetched.
   */
  async *#retrieve(
    at: number,
    lists: ReadonlySet<string>,
    months: Query['months'],
  ): AsyncGenerator<readonly Hit[]> {
    const filters: Filters = months ? { month: { any: Array.from(months, String) } } : {};
    const isFiltered = Object.keys(this.#choice).length > 0;
    for (const one of isFiltered ? [filters, { ...filters, ...this.#choice }] : [filters]) {
      if (this.#signal.aborted) return;
      const shown = new Set(this.#hits.keys());
      for await (const candidates of this.#index.candidates(at, lists, one, shown)) {
        this.#know(candidates);
        yield this.#add(this.#whole());
      }
    }
  }
}
