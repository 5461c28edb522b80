/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what only the search index knows. Without it the page is that complete index.
 */
import { below, type Hit } from '#search/hit.ts';
import { parseQuery, type Query } from '#search/query.ts';
import { answer, answerFromWords } from '#search/rank.ts';
import { readAddress, writeAddress } from './search-address.ts';
import { onKey } from './search-keys.ts';
import { SearchIndex } from './search-index.ts';
import { addContents, readEntries, type Entry } from './search-list.ts';
import { SearchView } from './search-view.ts';

/** After so long a reader is told that the index is still to come. */
const SLOW = 400;

class SearchPage extends HTMLElement {
  #off: AbortController | undefined;
  #view = new SearchView(this);
  #index = new SearchIndex(this.dataset);
  #entries: ReadonlyMap<string, Entry> = new Map();
  /** Whether the entries hold what the index knows. */
  #complete = false;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #turn = 0;
  #query = '';
  #hits: readonly Hit[] = [];

  connectedCallback() {
    this.#off = new AbortController();
    const { signal } = this.#off;
    const { input } = this.#view;
    const form = input.form as HTMLFormElement;
    const filters = this.#view.part('filters');
    const on = (target: EventTarget, type: string, listen: (event: Event) => void) =>
      target.addEventListener(type, listen, { signal });
    this.#view.part('unscripted').remove();
    filters.hidden = false;
    on(form, 'focusin', () => this.#prepare());
    on(form, 'submit', (event) => {
      event.preventDefault();
      this.#remember(false);
      void this.#answer();
    });
    on(input, 'input', () => this.#typed());
    on(filters, 'change', () => {
      this.#prepare();
      this.#remember(false);
      this.#show(true);
    });
    on(this.#view.part('retry'), 'click', () => {
      input.focus();
      void this.#answer();
    });
    on(this, 'keydown', (event) =>
      onKey(event as KeyboardEvent, input, this.#view.links, () => {
        input.value = '';
        this.#typed();
      }),
    );
    on(window, 'popstate', () => this.#fromAddress());
    this.#fromAddress();
  }

  disconnectedCallback() {
    this.#off?.abort();
  }

  #prepare() {
    if (this.#entries.size > 0) return;
    this.#entries = readEntries(this.#view.part('index'));
    this.#index.prepare();
  }

  #fromAddress() {
    readAddress(this.#view.input, this.#view.selects);
    if (location.search !== '') this.#prepare();
    void this.#answer();
  }

  #typed() {
    this.#prepare();
    this.#remember(true);
    void this.#answer();
  }

  #remember(typing: boolean) {
    writeAddress([this.#view.input, ...this.#view.selects], typing);
  }

  async #answer() {
    const turn = ++this.#turn;
    const { input } = this.#view;
    const query = parseQuery(input.value);
    this.#query = input.value.trim();
    this.#view.part('failed').hidden = true;
    this.#view.part('waiting').hidden = true;
    this.#busy(true);
    if (query.groups.length > 0 || query.months) await this.#answerWords(query, turn);
    else this.#hits = this.#chosen() ? this.#everything() : [];
    if (turn !== this.#turn) return;
    this.#view.part('waiting').hidden = true;
    this.#show(true);
    this.#busy(false);
  }

  /** Shows at once what the page answers; then adds below what all that is known answers. */
  async #answerWords(query: Query, turn: number) {
    let shown: readonly Hit[] = [];
    if (!this.#complete) {
      shown = this.#hits = answerFromWords(this.#docs(), query);
      this.#show(false);
      await this.#read(turn);
    }
    if (turn !== this.#turn) return;
    const hits = await this.#wholeAnswer(query, turn);
    if (turn === this.#turn) this.#hits = below(shown, hits);
  }

  /** What all that is known answers, or else what answers despite a slip of the hand. */
  async #wholeAnswer(query: Query, turn: number): Promise<readonly Hit[]> {
    const docs = this.#docs();
    const hits = answer(docs, query);
    if (hits.some(({ tier }) => tier !== 'part')) return hits;
    // Seldom needed, so it comes only now.
    const slips = await import('#search/slip.ts').catch(() => this.#tell('failed', turn));
    const meant = slips?.answerDespiteSlips(docs, query) ?? [];
    return meant.length > 0 ? meant : hits;
  }

  /** Waits for what the index knows; says so if that takes time, or cannot be done. */
  async #read(turn: number) {
    const slow = setTimeout(() => this.#tell('waiting', turn), SLOW);
    try {
      addContents(this.#entries, await this.#index.contents());
      this.#complete = true;
    } catch {
      this.#tell('failed', turn);
    }
    clearTimeout(slow);
  }

  #tell(part: string, turn: number): undefined {
    if (turn === this.#turn) this.#view.part(part).hidden = false;
  }

  #busy(busy: boolean) {
    // Firefox knows `ariaBusy` since version 119 only.
    this.#view.part('results').setAttribute('aria-busy', String(busy));
  }

  #show(settled: boolean) {
    const query = this.#query;
    const asked = query !== '' || this.#chosen();
    if (asked && query === '' && this.#hits.length === 0) this.#hits = this.#everything();
    this.#view.show({ query, asked, hits: this.#hits, entries: this.#entries, settled });
  }

  #docs() {
    return Array.from(this.#entries.values(), ({ doc }) => doc);
  }

  #chosen() {
    return this.#view.selects.some(({ value }) => value !== '');
  }

  /** No words, only filters: every record, in the order of the complete index. */
  #everything(): Hit[] {
    return this.#docs().map(({ url }) => ({
      url,
      tier: 'words',
      score: 0,
      marks: [],
      keywords: [],
    }));
  }
}

customElements.define('search-page', SearchPage);
