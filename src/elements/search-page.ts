/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what the files of the search know. Without script the page is that complete index.
 */
import { answer, type Answer } from '#search/answer.ts';
import { hitOf } from '#search/plan-search.ts';
import { Sources, type SearchSettings } from '#search/sources.ts';
import { choiceIn, choose, countChoices, passes } from './search-filters.ts';
import { SearchResults } from './search-results.ts';

/** Milliseconds that the typing must rest: before the number is said aloud, and for the address. */
const QUIET = { status: 900, address: 300 };
const NOTHING: Answer = { hits: [], isLost: false, unknown: [], isDone: true };

class SearchPage extends HTMLElement {
  #settings = JSON.parse(this.dataset.settings ?? '{}') as SearchSettings;
  #form = this.querySelector('form') as HTMLFormElement;
  #input = this.querySelector('input') as HTMLInputElement;
  #results = new SearchResults(this, this.#settings);
  #sources = new Sources(this.#settings, this.#results.records);
  #title = document.title;
  #timers = { status: 0, address: 0 };
  #last: readonly [typed: string, found: Answer] = ['', NOTHING];
  /** Counts the questions: an answer to another than the last is not shown. */
  #asked = 0;

  connectedCallback() {
    this.#sources.prepare().catch(() => undefined);
    const details = this.#part('filters') as HTMLDetailsElement;
    const ask = (isTyping: boolean) => {
      this.#writeAddress(isTyping, isTyping ? QUIET.address : 0);
      void this.#answer();
    };
    this.#form.onsubmit = (event) => {
      event.preventDefault();
      ask(false);
    };
    this.#input.oninput = () => ask(true);
    details.onchange = () => ask(false);
    details.ontoggle = () => this.#show(...this.#last);
    this.#part('retry').onclick = () => {
      this.#input.focus();
      this.#sources.retry();
      void this.#answer();
    };
    // Before a result is followed.
    this.#part('results').onclick = () => this.#writeAddress(true);
    this.onkeydown = (event) => this.#onKey(event);
    window.onpopstate = () => this.#readAddress();
    this.#readAddress();
    this.#part('unscripted').remove();
    details.hidden = false;
    details.open = Object.keys(choiceIn(this.#form)).length > 0;
  }

  #part = (name: string) => this.querySelector(`[data-part="${name}"]`) as HTMLElement;

  #readAddress() {
    clearTimeout(this.#timers.address);
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    choose(this.#form, asked);
    void this.#answer();
  }

  /** One step back for what is typed in one go, and one for a choice. */
  #writeAddress(isTyping: boolean, delay = 0) {
    clearTimeout(this.#timers.address);
    if (delay > 0) {
      this.#timers.address = window.setTimeout(() => this.#writeAddress(isTyping), delay);
      return;
    }
    const address = new URL(location.href.replace(/[?#].*/u, ''));
    const typed = this.#input.value === '' ? {} : { q: this.#input.value };
    address.search = new URLSearchParams({ ...typed, ...choiceIn(this.#form) }).toString();
    const wasTyping = (history.state as { isTyping?: boolean } | null)?.isTyping === true;
    const isSame = address.href === location.href || (isTyping && wasTyping);
    history[isSame ? 'replaceState' : 'pushState']({ isTyping }, '', address);
  }

  async #answer(): Promise<void> {
    const asked = ++this.#asked;
    const typed = this.#input.value.trim();
    // Without a question the page lists the records of its own plan.
    const plans = this.querySelector<HTMLSelectElement>('select[name="plan"]');
    if (plans) plans.disabled = typed === '';
    if (typed === '') {
      const hits = this.#sources.printed.records.map((record) => hitOf(record, 'printed', 0));
      this.#show(typed, { ...NOTHING, hits });
      return;
    }
    this.#part('results').ariaBusy = 'true';
    this.#part('waiting').hidden = false;
    for await (const found of answer(typed, this.#sources)) {
      if (asked !== this.#asked) break;
      this.#show(typed, found);
    }
  }

  /** Only where all could be asked is nothing found said to be nothing. */
  #show(typed: string, found: Answer) {
    this.#last = [typed, found];
    const { hits, months, isLost, unknown, isDone } = found;
    const { status, title } = this.#settings;
    const choice = choiceIn(this.#form);
    const isAsked = typed !== '' || Object.keys(choice).length > 0;
    const shown = isAsked ? hits.filter(({ record }) => passes(record.stored, choice)) : [];
    countChoices(this.#form, isAsked ? hits.map(({ record }) => record.stored) : undefined);
    this.#results.fill(shown, months);
    const isFailed = isDone && isLost;
    const isNone = isAsked && isDone && !isLost && shown.length === 0;
    const parts = {
      failed: isFailed,
      waiting: !isDone,
      none: isNone,
      'none-filtered': hits.length > 0,
      'none-found': hits.length === 0,
      index: !isAsked || (isFailed && shown.length === 0),
    };
    for (const [name, isShown] of Object.entries(parts)) this.#part(name).hidden = !isShown;
    for (const notice of this.querySelectorAll<HTMLElement>('[data-address]'))
      notice.hidden = !isDone || !unknown.some(({ address }) => address === notice.dataset.address);
    this.#part('query').textContent = typed;
    document.title = typed === '' ? this.#title : title.replace('{q}', () => typed);
    this.#part('results').ariaBusy = String(!isDone);
    const number = shown.length > 0 ? status.count.replace('{n}', String(shown.length)) : '';
    this.#part('count').textContent = number;
    const said = [number, isNone && status.none, isFailed && status.failed].filter(Boolean);
    clearTimeout(this.#timers.status);
    this.#timers.status = window.setTimeout(() => {
      this.#part('status').textContent = said.join(' ');
    }, QUIET.status);
  }

  /** Arrows and Escape between field and results. The Enter of a composition submits nothing. */
  #onKey(event: KeyboardEvent) {
    const input = this.#input;
    // 229 has no successor: some browsers report the Enter that ends a composition only so.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter' && event.target === input) event.preventDefault();
      return;
    }
    const stops = [input, ...this.querySelectorAll<HTMLElement>('#results > li > a')];
    const index = stops.indexOf(event.target as HTMLElement);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const [above, below] = [stops[index - 1], stops[index + 1]];
    const keys = new Map([
      ['ArrowUp', above],
      ['ArrowDown', below],
      ['Escape', above && input],
    ]);
    const next = keys.get(event.key);
    next?.focus();
    if (next) event.preventDefault();
  }
}

customElements.define('search-page', SearchPage);
