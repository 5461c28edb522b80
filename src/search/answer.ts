/**
 * The order of asking. The words of the page answer at once; then the index is asked for the question
 * as it is typed, then for its other meanings and its parts, and where nothing answers, for what was
 * meant but for a slip of the hand.
 */
import { candidateOf, type Candidate, type StoredRecord } from './candidate.ts';
import { meant } from './fuzzy.ts';
import { otherMeanings, parseQuery, type Query } from './parse-query.ts';
import { inTime, isPart, rank, rankWhole, slipHits, type Hit } from './score.ts';
import { slipLists, termLists, wholeLists } from './tokens.ts';

/** Values by the names of filters. */
export type Filters = Readonly<Record<string, string | { any: readonly string[] }>>;

/** What answers beside the page; see `client.ts`. */
export interface Index {
  /** Records that may have the tokens of a list, some at a time, less those at the addresses `shown`. */
  records(
    lists: ReadonlySet<string>,
    filters: Filters,
    shown: ReadonlySet<string>,
  ): AsyncIterable<readonly StoredRecord[]>;
  /** Whether an index of the archive is not open yet. */
  readonly isPartial: boolean;
  openNext(): Promise<void>;
  /** Characters of one sound or shape, in groups. */
  homophones(): Promise<readonly string[]>;
}

/** The records that the page prints. */
export interface PageRecords {
  printed: readonly Candidate[];
  withReadings(): Promise<readonly Candidate[]>;
}

const isPrinted = ({ tier }: Hit) => tier === 'surface';
const isWhole = ({ tier }: Hit) => tier === 'surface' || tier === 'index';

export class Answer {
  readonly query: Query;
  /** What is found by now. */
  #hits = new Map<string, Hit>();
  /** The records that are known by now, by address. */
  #known = new Map<string, Candidate>();
  #typed: string;
  #page: PageRecords;
  #index: Index;
  #choice: Filters;

  /** `choice`: the filters under which the index is asked too. */
  constructor(typed: string, page: PageRecords, index: Index, choice: Filters) {
    this.query = parseQuery(typed);
    [this.#typed, this.#page, this.#index, this.#choice] = [typed, page, index, choice];
    this.#know(page.printed);
  }

  /** What the page prints as it is typed. */
  atOnce(): readonly Hit[] {
    return this.#add(this.#whole().filter(isPrinted));
  }

  /** All that is found by now, each time that more is: what is given once keeps its place. */
  async *hits(): AsyncGenerator<readonly Hit[]> {
    if (/[ぁ-ゖa-z]/.test(this.query.whole)) this.#know(await this.#page.withReadings());
    yield this.#add(this.#whole().filter(isWhole));
    // The plan's own index answers first, then those of the archive, one after another.
    for (;;) {
      yield* this.#find();
      if (!this.#index.isPartial) return;
      await this.#index.openNext();
    }
  }

  /** Adds what the known records answer in part as well; for where the index did not come. */
  rest(): readonly Hit[] {
    return this.#add(rank(this.#candidates, this.query));
  }

  get #candidates() {
    return [...this.#known.values()];
  }

  #know(candidates: readonly Candidate[]) {
    for (const one of candidates) this.#known.set(one.record.url, one);
  }

  #whole = () => rankWhole(this.#candidates, this.query);

  #add(hits: readonly Hit[]): readonly Hit[] {
    for (const hit of hits) if (!this.#hits.has(hit.url)) this.#hits.set(hit.url, hit);
    return [...this.#hits.values()];
  }

  async *#find(): AsyncGenerator<readonly Hit[]> {
    const { query } = this;
    yield* this.#retrieve(wholeLists([query]));
    const hits = this.#whole();
    if (hits.some(isWhole)) {
      yield this.#add(hits);
      return;
    }
    const others = otherMeanings(this.#typed, query);
    const meanings = [query, ...others];
    yield* this.#retrieve(new Set([...wholeLists(others), ...termLists(meanings)]));
    const answers = meanings.map((meaning) => rank(this.#candidates, meaning));
    const full = answers.find((hits) => !hits.every(isPart));
    if (full) yield this.#add(full);
    if (full || this.#index.isPartial) return;
    yield* this.#findSlips();
    if (this.#hits.size === 0) yield this.#add(answers.find((hits) => hits.length > 0) ?? []);
  }

  async *#findSlips(): AsyncGenerator<readonly Hit[]> {
    const { whole } = this.query;
    const homophones = await this.#index.homophones();
    yield* this.#retrieve(slipLists(whole));
    const candidates = inTime(this.#candidates, this.query);
    yield this.#add(slipHits(candidates, whole, (one) => meant(one, whole, homophones)));
  }

  /** Fetches the records that may answer, under the filters that are chosen too. */
  async *#retrieve(lists: ReadonlySet<string>): AsyncGenerator<readonly Hit[]> {
    const { months } = this.query;
    if (lists.size === 0 && !months) return;
    const filters = lists.size === 0 ? { month: { any: Array.from(months ?? [], String) } } : {};
    const isFiltered = Object.keys(this.#choice).length > 0;
    for (const one of isFiltered ? [filters, { ...filters, ...this.#choice }] : [filters])
      for await (const records of this.#index.records(lists, one, new Set(this.#hits.keys()))) {
        this.#know(records.map((record) => candidateOf(record)));
        yield this.#add(this.#whole().filter(isWhole));
      }
  }
}
