/** What the search page shows: its parts, and an answer in them. It decides nothing. */
import type { Hit } from '#search/hit.ts';
import { countFacets, inFacets, readChoice } from './search-facets.ts';
import { itemOf, type Entry } from './search-list.ts';

/** How long the typing must rest before the number is said aloud. */
const QUIET = 900;

/** An answer to be shown. */
export interface Shown {
  /** The words that were asked; empty where only filters were. */
  query: string;
  /** Whether anything was asked. */
  asked: boolean;
  hits: readonly Hit[];
  entries: ReadonlyMap<string, Entry>;
  /** No more is to come, so that nothing found is said to be nothing. */
  settled: boolean;
}

export class SearchView {
  #root: HTMLElement;
  #saying = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  part(name: string) {
    return this.#root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
  get input() {
    return this.#root.querySelector('input') as HTMLInputElement;
  }
  get selects() {
    return [...this.#root.querySelectorAll('select')];
  }
  get links() {
    return [...this.part('results').querySelectorAll<HTMLAnchorElement>('li > a')];
  }

  show({ query, asked, hits, entries, settled }: Shown) {
    const choice = readChoice(this.selects);
    const all = hits.flatMap((hit) => {
      const entry = entries.get(hit.url);
      return entry ? [{ hit, entry }] : [];
    });
    const shown = all.filter(({ entry }) => inFacets(entry, choice));
    const open = asked ? all.map(({ entry }) => entry) : [...entries.values()];
    // Before a reader begins nothing is read yet, and every filter is open.
    if (entries.size > 0) countFacets(this.selects, open, choice);
    this.#fill(shown);
    const none = asked && settled && shown.length === 0;
    this.part('index').hidden = asked;
    this.part('none').hidden = !none;
    this.part('none-filtered').hidden = !(none && all.length > 0);
    this.part('none-found').hidden = !(none && all.length === 0);
    for (const place of this.#root.querySelectorAll('[data-part="query"]'))
      place.textContent = query;
    this.#say(asked && (settled || shown.length > 0) ? shown.length : 0);
  }

  /** What is shown already stays as it is, so that nothing moves and no focus is lost. */
  #fill(items: readonly { hit: Hit; entry: Entry }[]) {
    const list = this.part('results');
    const labels = (this.part('labels') as HTMLTemplateElement).content;
    items.forEach(({ hit, entry }, at) => {
      const key = JSON.stringify([hit.url, hit.tier, hit.marks, hit.keywords]);
      const there = list.children[at];
      if (there instanceof HTMLElement && there.dataset.key === key) return;
      const item = itemOf(entry, hit, labels);
      item.dataset.key = key;
      if (there) there.replaceWith(item);
      else list.append(item);
    });
    while (list.children.length > items.length) list.lastElementChild?.remove();
    list.hidden = items.length === 0;
  }

  /** The number at once for the eye, once it rests for the ear. */
  #say(count: number) {
    const { text: template = '' } = this.part('count').dataset;
    const text = count === 0 ? '' : template.replace('{n}', String(count));
    this.part('count').textContent = text;
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      const none = this.part('none').hidden ? '' : (this.part('status').dataset.none ?? '');
      this.part('status').textContent = text || none;
    }, QUIET);
  }
}
