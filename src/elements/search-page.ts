/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what only the search index knows. Without it the page is that complete index.
 */
import {
  annotator,
  candidateOf,
  withReadings,
  type Candidate,
  type Reading,
  type StoredRecord,
} from '#search/candidate.ts';
import { SearchClient, Silence, type IndexSummary } from '#search/client.ts';
import { meant } from '#search/fuzzy.ts';
import { HALF_TYPED, parseQuery, type Query } from '#search/parse-query.ts';
import { hitOf, inTime, isPart, rank, rankWhole, slipHits, type Hit } from '#search/score.ts';
import { slipLists, termLists, wholeLists } from '#search/tokens.ts';
import { readAddress, writeAddress, writeAddressNow, writeAddressSoon } from './search-address.ts';
import { SearchView, type Shown } from './search-view.ts';

/** Milliseconds after which a reader is told that the index is still to come. */
const SLOW = 400;

/** Records by their addresses. */
type Known = Map<string, Candidate>;

/** What is typed, and what is known and shown of its answer. */
interface Question {
  typed: string;
  query: Query;
  /** The records that the page prints, and those that the index gave. */
  known: Known;
  hits: readonly Hit[];
  /** Whether no other question was asked since. */
  isCurrent: () => boolean;
  /** Shows more of its answer: what is shown already keeps its place, and what is new comes below. */
  show: (hits: readonly Hit[], state: Shown['state']) => void;
}

class SearchPage extends HTMLElement {
  #off: AbortController | undefined;
  #view = new SearchView(this);
  #client = this.#connect();
  /** The records as the page prints them. */
  #page: Known = new Map();
  /** Whether these have readings. */
  #isRead = false;
  #homophones: readonly string[] | undefined;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #turn = 0;

  connectedCallback() {
    this.#off = new AbortController();
    const { signal } = this.#off;
    const { input, form, fields } = this.#view;
    const on = (target: EventTarget, type: string, listen: (event: Event) => void) =>
      target.addEventListener(type, listen, { signal });
    const answer = () => void this.#answer();
    on(form, 'focusin', () => this.#prepare());
    on(form, 'submit', (event) => {
      event.preventDefault();
      writeAddress(fields, false);
      answer();
    });
    on(input, 'input', () => {
      writeAddressSoon(fields);
      answer();
    });
    on(this.#view.part('filters'), 'change', () => {
      writeAddress(fields, false);
      answer();
    });
    on(this.#view.part('retry'), 'click', () => {
      input.focus();
      this.#client.retry();
      answer();
    });
    // Before a result is followed.
    on(this.#view.part('results'), 'click', writeAddressNow);
    on(this, 'keydown', (event) => this.#view.onKey(event as KeyboardEvent));
    on(window, 'popstate', () => this.#fromAddress());
    this.#fromAddress();
    this.#view.begin();
  }

  disconnectedCallback() {
    this.#off?.abort();
  }

  #connect() {
    const { folder = '', index = 'none', archive = '' } = this.dataset;
    const summary = index === 'none' ? undefined : (JSON.parse(index) as IndexSummary);
    return new SearchClient(folder, summary, archive.split(' ').filter(Boolean));
  }

  #prepare() {
    if (this.#page.size > 0) return;
    this.#page = knownOf(this.#view.readIndex());
    this.#client.prepare([...this.#page.keys()]);
  }

  #fromAddress() {
    readAddress(this.#view.input, this.#view.selects);
    void this.#answer();
  }

  /** `isAgain`: the files that a first attempt did not get are being asked for once more. */
  async #answer(isAgain = false): Promise<void> {
    const turn = ++this.#turn;
    const typed = this.#view.input.value.trim();
    if (typed !== '' || this.#view.isFiltered) this.#prepare();
    const query = parseQuery(typed);
    const isCurrent = () => turn === this.#turn;
    const known = new Map(this.#page);
    const show: Question['show'] = (hits, state) => {
      const shown = addresses(question);
      question.hits = [...question.hits, ...hits.filter(({ url }) => !shown.has(url))];
      if (isCurrent()) this.#view.show({ typed, query, hits: question.hits, state });
    };
    const question: Question = { typed, query, known, hits: [], isCurrent, show };
    if (query.phrases.length === 0 && !query.months) {
      const all = [...known.values()].map((candidate) => hitOf(candidate, 'surface', 0, []));
      show(all, 'settled');
      return;
    }
    show(whole(question).filter(isPrinted), 'open');
    const slow = setTimeout(() => isCurrent() && this.#view.wait(), SLOW);
    try {
      if (/[ぁ-ゖa-z]/.test(query.whole)) {
        if (!this.#isRead) await this.#addReadings();
        question.known = new Map(this.#page);
      }
      show(whole(question).filter(isWhole), 'open');
      // The plan's own index answers first, then those of the archive, one after another.
      for (let isLast = false; !isLast && isCurrent();) {
        const hits = await this.#find(question);
        isLast = !this.#client.isPartial;
        show(hits, isLast ? 'settled' : 'open');
        if (!isLast) await this.#client.openNext();
      }
    } catch (error) {
      if (!isCurrent()) return;
      // A release since the page was loaded has files of other names.
      if (!isAgain && !(error instanceof Silence)) {
        this.#client.retry();
        await this.#answer(true);
        return;
      }
      show(rank([...question.known.values()], query), 'failed');
    } finally {
      clearTimeout(slow);
    }
  }

  /** What answers the question; else another meaning of it; else a slip of the hand; else a part. */
  async #find(question: Question): Promise<readonly Hit[]> {
    const { typed, query, known, isCurrent } = question;
    await this.#retrieve(question, wholeLists([query]));
    const hits = whole(question);
    if (hits.some(isWhole) || !isCurrent()) return hits;
    const others = [
      ...(query.months && query.phrases.length > 0 ? [parseQuery(typed, false)] : []),
      ...query.alternatives.map((alternative) => parseQuery(alternative)),
    ];
    const meanings = [query, ...others];
    await this.#retrieve(question, new Set([...wholeLists(others), ...termLists(meanings)]));
    const answers = meanings.map((meaning) => rank([...known.values()], meaning));
    const full = answers.find((hits) => !hits.every(isPart));
    if (full || this.#client.isPartial || !isCurrent()) return full ?? [];
    const slips = await this.#findSlips(question);
    return slips.length > 0 ? slips : (answers.find((hits) => hits.length > 0) ?? []);
  }

  /** What answers the question but for a slip of the hand. */
  async #findSlips(question: Question): Promise<readonly Hit[]> {
    const { query, known } = question;
    const { months, whole } = query;
    const homophones = (this.#homophones ??= await this.#client.homophones());
    const { lookalikes = '' } = this.dataset;
    const groups = [...homophones, ...lookalikes.split(' ')];
    const word = whole.replaceAll(new RegExp(HALF_TYPED, 'gu'), '') || whole;
    await this.#retrieve(question, slipLists(word));
    const candidates = inTime([...known.values()], query);
    const hits = slipHits(candidates, word, (one) => meant(one, word, groups));
    if (hits.length > 0 || word === whole) return hits;
    return rank(candidates, { ...parseQuery(word), months }).map((hit): Hit => ({
      ...hit,
      tier: 'slip',
    }));
  }

  /** Adds to the records of the page how their words are read. */
  async #addReadings() {
    const { readings = '' } = this.dataset;
    const read = annotator(await this.#client.json<Reading[]>(readings));
    this.#page = knownOf(this.#view.readIndex().map((record) => withReadings(record, read)));
    this.#isRead = true;
  }

  /** Fetches the records that may answer, under the filters that are chosen too. */
  async #retrieve(question: Question, lists: ReadonlySet<string>) {
    const { query, known, isCurrent, show } = question;
    if (lists.size === 0 && !query.months) return;
    const filters =
      lists.size === 0 ? { month: { any: Array.from(query.months ?? [], String) } } : {};
    const { choice, isFiltered } = this.#view;
    for (const one of isFiltered ? [filters, { ...filters, ...choice }] : [filters])
      for await (const records of this.#client.records(lists, one, addresses(question))) {
        if (!isCurrent()) return;
        for (const record of records) known.set(record.url, candidateOf(record));
        show(whole(question).filter(isWhole), 'open');
      }
  }
}

/** What answers the question as a whole, of the records that are known. */
const whole = ({ known, query }: Question) => rankWhole([...known.values()], query);
const isPrinted = ({ tier }: Hit) => tier === 'surface';
const isWhole = ({ tier }: Hit) => tier === 'surface' || tier === 'index';
const addresses = ({ hits }: Question) => new Set(hits.map(({ url }) => url));

const knownOf = (records: readonly StoredRecord[]): Known =>
  new Map(records.map((record) => [record.url, candidateOf(record)]));

customElements.define('search-page', SearchPage);
