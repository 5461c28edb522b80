/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what only the search index knows. Without it the page is that complete index.
 */
import { Answer, type PageRecords } from '#search/answer.ts';
import { candidateOf, lexiconOf, type Reading } from '#search/candidate.ts';
import { SearchClient, Silence, type IndexSummary } from '#search/client.ts';
import { hitOf, type Hit } from '#search/score.ts';
import { readAddress, writeAddress, writeAddressNow, writeAddressSoon } from './search-address.ts';
import { SearchView, type Shown } from './search-view.ts';

/** Milliseconds after which a reader is told that the index is still to come. */
const SLOW = 400;

class SearchPage extends HTMLElement {
  #off: AbortController | undefined;
  #view = new SearchView(this);
  #client = this.#connect();
  #page: PageRecords | undefined;
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
    const { folder = '', index = 'none', archive = '', lookalikes = '' } = this.dataset;
    const summary = index === 'none' ? undefined : (JSON.parse(index) as IndexSummary);
    return new SearchClient(folder, summary, archive.split(' ').filter(Boolean), lookalikes);
  }

  /** Reads the records of the page, and starts to load the index. */
  #prepare(): PageRecords {
    if (this.#page) return this.#page;
    const records = this.#view.readIndex();
    this.#client.prepare(records.map(({ url }) => url));
    let read: PageRecords['printed'] | undefined;
    const { readings = '' } = this.dataset;
    return (this.#page = {
      printed: records.map((record) => candidateOf(record)),
      withReadings: async () => {
        if (read) return read;
        const lexicon = lexiconOf(await this.#client.json<Reading[]>(readings));
        return (read = records.map((record) => candidateOf(record, lexicon)));
      },
    });
  }

  #fromAddress() {
    readAddress(this.#view.input, this.#view.selects);
    void this.#answer();
  }

  /** `isAgain`: the files that a first attempt did not get are being asked for once more. */
  async #answer(isAgain = false): Promise<void> {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    const typed = this.#view.input.value.trim();
    if (typed === '' && !this.#view.isFiltered) {
      this.#view.show({ typed, hits: [], state: 'settled' });
      return;
    }
    const page = this.#prepare();
    const answer = new Answer(typed, page, this.#client, this.#view.choice);
    const { months, phrases } = answer.query;
    const show = (hits: readonly Hit[], state: Shown['state']) =>
      this.#view.show({ typed, months, hits, state });
    if (phrases.length === 0 && !months) {
      show(
        page.printed.map((one) => hitOf(one, 'surface', 0, [])),
        'settled',
      );
      return;
    }
    const slow = setTimeout(() => isCurrent() && this.#view.wait(), SLOW);
    let hits = answer.atOnce();
    show(hits, 'open');
    try {
      for await (hits of answer.hits()) {
        if (!isCurrent()) return;
        show(hits, 'open');
      }
      show(hits, 'settled');
    } catch (error) {
      if (!isCurrent()) return;
      // A release since the page was loaded has files of other names.
      if (isAgain || error instanceof Silence) {
        show(answer.rest(), 'failed');
        return;
      }
      this.#client.retry();
      await this.#answer(true);
    } finally {
      clearTimeout(slow);
    }
  }
}

customElements.define('search-page', SearchPage);
