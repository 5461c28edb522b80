/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what the files of the search know. Without script the page is that complete index.
 */
import { answer } from '#search/answer.ts';
import { Sources } from '#search/sources.ts';
import { readAddress, writeAddress, writeAddressSoon } from './search-address.ts';
import { SearchView } from './search-view.ts';

/** Milliseconds after which a reader is told that more is still to come. */
const SLOW = 400;

class SearchPage extends HTMLElement {
  #view = new SearchView(this);
  #sources: Sources | undefined;
  /** Counts the questions: an answer to another than the last is not shown. */
  #asked = 0;

  connectedCallback() {
    const { input, form, fields } = this.#view;
    const ask = (isTyping: boolean) => {
      if (isTyping) writeAddressSoon(fields);
      else writeAddress(fields, false);
      void this.#answer();
    };
    form.addEventListener('focusin', () => this.#prepare());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      ask(false);
    });
    input.addEventListener('input', () => ask(true));
    this.#view.part('filters').addEventListener('change', () => ask(false));
    this.#view.part('retry').addEventListener('click', () => {
      input.focus();
      this.#sources?.retry();
      void this.#answer();
    });
    // Before a result is followed.
    this.#view.part('results').addEventListener('click', () => writeAddress(fields, true));
    this.addEventListener('keydown', (event) => this.#view.onKey(event));
    window.addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
    this.#view.begin();
    this.#prepare();
  }

  /** Reads the records of the page, and starts to load the words that lead to them. */
  #prepare(): Sources {
    if (this.#sources) return this.#sources;
    const records = this.#view.results.readIndex();
    const isWhole = this.dataset.printed !== undefined;
    this.#sources = new Sources(this.dataset, isWhole ? records : undefined);
    this.#sources.prepare().catch(() => undefined);
    return this.#sources;
  }

  #fromAddress() {
    const { input, filters } = this.#view;
    // Its plan may be one that is not known yet.
    filters.offerPlan(new URLSearchParams(location.search).get('plan'));
    readAddress(input, filters.selects);
    void this.#answer();
  }

  async #answer(): Promise<void> {
    const asked = ++this.#asked;
    const typed = this.#view.input.value.trim();
    if (typed === '') {
      this.#view.show(typed, {
        hits: this.#view.filters.isChosen ? this.#all() : [],
        ...{ isLost: false, unknown: [], isDone: true },
      });
      return;
    }
    this.#view.part('results').ariaBusy = 'true';
    const slow = setTimeout(() => {
      if (asked === this.#asked) this.#view.part('waiting').hidden = false;
    }, SLOW);
    for await (const found of answer(typed, this.#prepare())) {
      if (asked !== this.#asked) break;
      this.#view.show(typed, found);
    }
    clearTimeout(slow);
  }

  /** Every record of the plan, to be filtered. */
  #all() {
    return this.#prepare().atOnce.records.map((record) => ({
      record,
      ...{ tier: 'printed' as const, score: 0, share: 1, marks: [], related: [] },
    }));
  }
}

customElements.define('search-page', SearchPage);
