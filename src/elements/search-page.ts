/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what only the search index knows. Without it the page is that complete index.
 */
import { Answer, type PageRecords } from '#search/answer.ts';
import { candidateOf, lexiconOf, type Reading } from '#search/candidate.ts';
import { once, SearchClient, TimeoutError } from '#search/client.ts';
import { hitOf } from '#search/score.ts';
import { readAddress, writeAddress, writeAddressSoon } from './search-address.ts';
import { SearchView } from './search-view.ts';

/** Milliseconds after which a reader is told that the index is still to come. */
const SLOW = 400;
/** Milliseconds between two attempts to load what is lost, unless the reader asks for it. */
const PAUSE = 5000;

class SearchPage extends HTMLElement {
  #view = new SearchView(this);
  #client = new SearchClient(this.dataset);
  #page: PageRecords | undefined;
  /** Ends when the next question is asked. */
  #asking = new AbortController();
  /** When what is lost may be loaded again by itself. */
  #nextRetry = 0;

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
      this.#client.retry();
      void this.#answer();
    });
    // Before a result is followed.
    this.#view.part('results').addEventListener('click', () => writeAddress(fields, true));
    this.addEventListener('keydown', (event) => this.#view.onKey(event));
    window.addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
    this.#view.begin();
  }

  /** Reads the records of the page, and starts to load the index. */
  #prepare(): PageRecords {
    if (this.#page) return this.#page;
    const records = this.#view.results.readIndex();
    this.#client.prepare(records.map(({ url }) => url));
    const { readings = '' } = this.dataset;
    return (this.#page = {
      printed: records.map((record) => candidateOf(record)),
      withReadings: once(async () => {
        const lexicon = lexiconOf(await this.#client.json<Reading[]>(readings));
        return records.map((record) => candidateOf(record, lexicon));
      }),
    });
  }

  #fromAddress() {
    const { input, filters } = this.#view;
    // Its plan may be one that is not known yet.
    filters.offerPlan(new URLSearchParams(location.search).get('plan'));
    readAddress(input, filters.selects);
    void this.#answer();
  }

  async #answer(isRetry = false): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const typed = this.#view.input.value.trim();
    if (typed === '') {
      const all = this.#view.filters.isChosen ? this.#prepare().printed : [];
      const hits = all.map((one) => hitOf(one, 'surface', 0, []));
      this.#view.show(typed, hits, 'settled');
      return;
    }
    const answer = new Answer(
      typed,
      this.#prepare(),
      this.#client,
      this.#view.filters.choice,
      signal,
    );
    const { months, whole } = answer.query;
    if (whole === '' && !months) {
      this.#view.show(typed, [], 'settled');
      return;
    }
    let hits = answer.atOnce();
    this.#view.show(typed, hits, 'open', months);
    const slow = setTimeout(() => {
      if (!signal.aborted) this.#view.part('waiting').hidden = false;
    }, SLOW);
    try {
      for await (hits of answer.hits()) {
        if (signal.aborted) return;
        this.#view.show(typed, hits, 'open', months);
      }
      if (signal.aborted) return;
      this.#view.show(typed, hits, 'settled', months);
      this.#nextRetry = 0;
    } catch (error) {
      if (signal.aborted) return;
      const isEarly = isRetry || performance.now() < this.#nextRetry;
      if (isEarly || error instanceof TimeoutError) {
        this.#view.show(typed, answer.rest(), 'failed', months);
        return;
      }
      // A release since the page was loaded has files of other names.
      this.#nextRetry = performance.now() + PAUSE;
      this.#client.retry();
      await this.#answer(true);
    } finally {
      clearTimeout(slow);
    }
  }
}

customElements.define('search-page', SearchPage);
