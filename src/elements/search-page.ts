/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what only the search index knows. Without it the page is that complete index.
 */
import {
  annotated,
  candidateOf,
  forgetFields,
  readingIndex,
  type Candidate,
  type Reading,
} from '#search/candidate.ts';
import { SearchClient, Silence, type IndexSummary } from '#search/client.ts';
import { Slips } from '#search/fuzzy.ts';
import { addVariants } from '#search/normalize.ts';
import { HALF_TYPED, parseQuery, withoutMonths, type Query } from '#search/parse-query.ts';
import {
  hitOf,
  inTime,
  isPart,
  rank,
  rankWhole,
  scoreSurface,
  sorted,
  type Hit,
} from '#search/score.ts';
import { slipLists, termLists, wholeLists } from '#search/tokens.ts';
import { readAddress, writeAddress, writeAddressNow, writeAddressSoon } from './search-address.ts';
import { SearchView, type State } from './search-view.ts';

/** After so long a reader is told that the index is still to come. */
const SLOW = 400;

class SearchPage extends HTMLElement {
  #off: AbortController | undefined;
  #view = new SearchView(this);
  #client = this.#connect();
  /** The records as the page prints them, by their addresses. */
  #page: Known = new Map();
  /** Whether these have readings. */
  #isRead = false;
  #slips: Slips | undefined;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #turn = 0;

  connectedCallback() {
    this.#off = new AbortController();
    const { signal } = this.#off;
    const { input, form } = this.#view;
    const on = (target: EventTarget, type: string, listen: (event: Event) => void) =>
      target.addEventListener(type, listen, { signal });
    const answer = () => void this.#answer();
    on(form, 'focusin', () => this.#prepare());
    on(form, 'submit', (event) => {
      event.preventDefault();
      writeAddress(this.#view.fields, false);
      answer();
    });
    on(input, 'input', () => {
      writeAddressSoon(this.#view.fields);
      answer();
    });
    on(this.#view.part('filters'), 'change', () => {
      writeAddress(this.#view.fields, false);
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
    for (const record of this.#view.readIndex()) this.#page.set(record.url, candidateOf(record));
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
    const question = new Question(typed, this.#page, () => turn === this.#turn);
    const { query, known } = question;
    const show = (hits: readonly Hit[], state: State) => {
      if (question.isCurrent()) this.#view.show({ typed, query, hits, records: known, state });
    };
    if (query.phrases.length === 0 && !query.months) {
      const all = this.#view.isFiltered ? [...known.values()] : [];
      show(
        all.map((candidate) => hitOf(candidate, 'surface', 0, [])),
        'settled',
      );
      return;
    }
    // What the page prints is shown at once and keeps its place.
    show(question.shown(question.whole().filter(isSurface)), 'open');
    const slow = setTimeout(() => question.isCurrent() && this.#view.wait(), SLOW);
    try {
      if (/[ぁ-ゖa-z]/.test(query.whole)) await this.#addReadings(question);
      show(question.shown(question.whole().filter(isWhole)), 'open');
      // The plan's own index answers first, then those of the archive, one after another.
      for (let isLast = false; !isLast && question.isCurrent();) {
        const hits = await this.#find(question);
        isLast = !this.#client.isPartial;
        show(question.shown(hits), isLast ? 'settled' : 'open');
        if (!isLast) await this.#client.openNext();
      }
    } catch (error) {
      if (!question.isCurrent()) return;
      // A release since the page was loaded has files of other names.
      if (!isAgain && !(error instanceof Silence)) {
        this.#client.retry();
        await this.#answer(true);
        return;
      }
      show(question.shown(question.rank(query)), 'failed');
    } finally {
      clearTimeout(slow);
    }
  }

  /** What answers the question; else what else it may mean; else a slip of the hand; else a part. */
  async #find(question: Question): Promise<readonly Hit[]> {
    const { typed, query } = question;
    await this.#retrieve(question, wholeLists([query]));
    const hits = question.whole();
    if (hits.some(isWhole)) return hits;
    const meanings = [
      query,
      ...(query.months && query.phrases.length > 0 ? [withoutMonths(typed)] : []),
      ...query.alternatives.map(parseQuery),
    ];
    await this.#retrieve(
      question,
      new Set([...wholeLists(meanings.slice(1)), ...termLists(meanings)]),
    );
    const answers = meanings.map((meaning) => question.rank(meaning));
    const full = answers.find((hits) => !hits.every(isPart));
    if (full || this.#client.isPartial || !question.isCurrent()) return full ?? [];
    const slips = await this.#findSlips(question);
    return slips.length > 0 ? slips : (answers.find((hits) => hits.length > 0) ?? []);
  }

  /** Loads what is known of slips, once, and with it the variants of kanji. */
  async #findSlips(question: Question): Promise<readonly Hit[]> {
    if (!this.#slips) {
      const spellings = await this.#client.spellings();
      addVariants(spellings.variants);
      forgetFields();
      const { lookalikes = '' } = this.dataset;
      this.#slips = new Slips({
        ...spellings,
        homophones: `${spellings.homophones} ${lookalikes}`,
      });
      this.#page = readAgain(this.#page);
    }
    const { months, typed } = question;
    const query = parseQuery(typed);
    const { whole } = query;
    const word = whole.replaceAll(new RegExp(HALF_TYPED, 'gu'), '') || whole;
    const spellings = this.#slips.spellings(word);
    await this.#retrieve(question, slipLists(word, spellings));
    const known = [...readAgain(question.known).values()];
    for (const spelled of [query, ...spellings.map(parseQuery)]) {
      const hits = rank(known, { ...spelled, months });
      if (!hits.every(isPart)) return hits;
    }
    const meant = inTime(known, { months }).flatMap((candidate) => {
      const there = this.#slips?.meant(candidate, word);
      if (there === undefined) return [];
      return [hitOf(candidate, 'slip', scoreSurface(candidate, there), [there])];
    });
    if (meant.length > 0 || word === whole) return sorted(meant);
    const hits = rank(known, { ...parseQuery(word), months });
    return hits.map((hit): Hit => ({ ...hit, tier: 'slip' }));
  }

  /** Adds to the records of the page how their words are read. */
  async #addReadings({ known }: Question) {
    const { readings = '' } = this.dataset;
    if (!this.#isRead) {
      const index = readingIndex(await this.#client.json<Reading[]>(readings));
      const read = (text: string) => annotated(text, index);
      for (const [url, { record }] of this.#page) {
        const { titles, heads, passages } = record;
        const annotated = {
          ...record,
          titles: titles.map(read),
          heads: heads.map(read),
          passages: passages.map((passage) => ({ ...passage, text: read(passage.text) })),
        };
        this.#page.set(url, candidateOf(annotated));
      }
      this.#isRead = true;
    }
    for (const [url, candidate] of this.#page) known.set(url, candidate);
  }

  /** Fetches the records that may answer, under the filters that are chosen too. */
  async #retrieve({ query, known, answered, isCurrent }: Question, lists: ReadonlySet<string>) {
    const month = { month: { any: Array.from(query.months ?? [], String) } };
    if (lists.size === 0 && !query.months) return;
    const filters = lists.size === 0 ? month : {};
    const { choice, isFiltered } = this.#view;
    for (const one of isFiltered ? [filters, { ...filters, ...choice }] : [filters])
      for (const found of await this.#client.candidates(lists, one, answered, isCurrent))
        known.set(found.record.url, found);
  }
}

type Known = Map<string, Candidate>;

/** The same records under the variants of kanji that have come to be known. */
const readAgain = (known: Known): Known =>
  new Map(Array.from(known, ([url, { record }]) => [url, candidateOf(record)]));

const isSurface = ({ tier }: Hit) => tier === 'surface';
const isWhole = ({ tier }: Hit) => tier === 'surface' || tier === 'index';

/** What is typed, and what is known and shown of its answer. */
class Question {
  readonly query: Query;
  /** The records that the page prints, and those that the index gave, by their addresses. */
  readonly known: Known;
  readonly answered = new Set<string>();
  readonly typed: string;
  /** Whether no other question was asked since. */
  readonly isCurrent: () => boolean;
  #hits: Hit[] = [];

  constructor(typed: string, page: Known, isCurrent: () => boolean) {
    this.typed = typed;
    this.query = parseQuery(typed);
    this.known = new Map(page);
    this.isCurrent = isCurrent;
  }
  get months() {
    return this.query.months;
  }

  whole(): Hit[] {
    return rankWhole([...this.known.values()], this.query);
  }

  rank(query: Query): Hit[] {
    return rank([...this.known.values()], query);
  }

  /** The hits below those that are shown: these keep their places. */
  shown(hits: readonly Hit[]): Hit[] {
    this.#hits = [...this.#hits, ...hits.filter(({ url }) => !this.answered.has(url))];
    for (const { url } of hits) this.answered.add(url);
    return this.#hits;
  }
}

customElements.define('search-page', SearchPage);
