/** What the search page shows: an answer under the chosen filters, and what is said of it. */
import type { Answer } from '#search/answer.ts';
import { SearchFilters } from './search-filters.ts';
import { SearchResults } from './search-results.ts';

/** Milliseconds that the typing must rest before the number is said aloud. */
const QUIET = 900;

export class SearchView {
  #root: HTMLElement;
  #title = document.title;
  #saying = 0;
  readonly input: HTMLInputElement;
  readonly filters: SearchFilters;
  readonly results: SearchResults;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.input = root.querySelector('input') as HTMLInputElement;
    this.filters = new SearchFilters(root, this.part('filters'));
    this.results = new SearchResults(this.part, root.dataset.plan ?? '');
  }

  part = (name: string) => this.#root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  get fields() {
    return [this.input, ...this.filters.selects];
  }

  /** Takes away what is for a page without script, and shows what works with it. */
  begin() {
    this.part('unscripted').remove();
    this.filters.begin();
  }

  wait() {
    this.part('results').setAttribute('aria-busy', 'true');
    this.part('waiting').hidden = false;
  }

  /** Only where all could be asked is nothing found said to be nothing. */
  show(typed: string, { hits, months, isLost, unknown, isDone }: Answer) {
    const asked = typed !== '' || this.filters.isChosen;
    const shown = hits.filter(({ record }) => this.filters.passes(record.stored));
    this.filters.tell(asked ? hits.map(({ record }) => record.stored) : undefined);
    this.results.fill(shown, months);
    const failed = isDone && isLost;
    const none = asked && isDone && !isLost && shown.length === 0;
    this.part('index').hidden = asked && !(failed && shown.length === 0);
    this.part('failed').hidden = !failed;
    this.part('waiting').hidden = isDone;
    this.part('none').hidden = !none;
    this.part('none-filtered').hidden = hits.length === 0;
    this.part('none-found').hidden = hits.length > 0;
    this.part('query').textContent = typed;
    for (const one of this.#root.querySelectorAll<HTMLElement>('[data-address]'))
      one.hidden = !isDone || !unknown.some(({ address }) => address === one.dataset.address);
    const { title = '' } = this.#root.dataset;
    document.title = typed === '' ? this.#title : title.replace('{q}', () => typed);
    this.part('results').setAttribute('aria-busy', String(!isDone));
    const { text = '' } = this.part('count').dataset;
    const number = shown.length > 0 ? text.replace('{n}', String(shown.length)) : '';
    const { none: nothing, failed: lost } = this.part('status').dataset;
    this.part('count').textContent = number;
    const aloud = [number, none && nothing, failed && lost].filter(Boolean).join(' ');
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => (this.part('status').textContent = aloud), QUIET);
  }

  /** Arrows and Escape between field and results. The Enter of a composition submits nothing. */
  onKey(event: KeyboardEvent) {
    const { input } = this;
    // 229 has no successor: some browsers report the Enter that ends a composition only so.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter' && event.target === input) event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.part('results').querySelectorAll<HTMLAnchorElement>('li > a')];
    const at = links.indexOf(event.target as HTMLAnchorElement);
    if (event.target !== input && at < 0) return;
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
    else if (event.key === 'Escape' && at >= 0) input.focus();
    else if (event.key === 'Escape' && input.value !== '') {
      input.value = '';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else return;
    event.preventDefault();
  }
}
