/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what the files of the search know. Without script the page is that complete index.
 */
import { answer } from '#search/answer.ts';
import { hitOf } from '#search/plan-search.ts';
import { Sources } from '#search/sources.ts';
import { readAddress, writeAddress, writeAddressSoon } from './search-address.ts';
import { SearchView } from './search-view.ts';

class SearchPage extends HTMLElement {
  #view = new SearchView(this);
  #sources!: Sources;
  /** Counts the questions: an answer to another than the last is not shown. */
  #asked = 0;

  connectedCallback() {
    const { input, fields, results } = this.#view;
    const records = results.readIndex();
    this.#sources = new Sources(
      this.dataset,
      this.dataset.printed === undefined ? undefined : records,
    );
    const ask = (isTyping: boolean) => {
      if (isTyping) writeAddressSoon(fields);
      else writeAddress(fields, false);
      void this.#answer();
    };
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      ask(false);
    });
    input.addEventListener('input', () => ask(true));
    this.#view.part('filters').addEventListener('change', () => ask(false));
    this.#view.part('retry').addEventListener('click', () => {
      input.focus();
      this.#sources.retry();
      void this.#answer();
    });
    // Before a result is followed.
    this.#view.part('results').addEventListener('click', () => writeAddress(fields, true));
    this.addEventListener('keydown', (event) => this.#view.onKey(event));
    window.addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
    this.#view.begin();
    this.#sources.prepare().catch(() => undefined);
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
      const { records } = this.#sources.atOnce;
      const all = records.map((record) => hitOf(record, 'printed', 0, []));
      const hits = this.#view.filters.isChosen ? all : [];
      this.#view.show(typed, { hits, isLost: false, unknown: [], isDone: true });
      return;
    }
    this.#view.wait();
    for await (const found of answer(typed, this.#sources)) {
      if (asked !== this.#asked) break;
      this.#view.show(typed, found);
    }
  }
}

customElements.define('search-page', SearchPage);
