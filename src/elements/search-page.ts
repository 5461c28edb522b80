/**
 * <search-page>: answers while the reader types, first from the words of the complete index in the
 * page, then with what only the search index knows. Without it the page is that complete index.
 */
import { parseQuery } from '#search/query.ts';
import { answer, answerFromWords, type Hit } from '#search/rank.ts';
import { countFacets, inFacets, readChoice } from './search-facets.ts';
import { SearchIndex } from './search-index.ts';
import { addContents, itemOf, readEntries, type Entry } from './search-list.ts';

const SLOW = 400;
const QUIET = 900;
const PATIENCE = 20_000;

class SearchPage extends HTMLElement {
  #off: AbortController | undefined;
  #entries = new Map<string, Entry>();
  #index = new SearchIndex('', '');
  /** Whether the entries hold what the index knows. */
  #complete = false;
  #turn = 0;
  #query = '';
  #hits: Hit[] = [];
  #saying = 0;

  get #form() {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #input() {
    return this.querySelector('input') as HTMLInputElement;
  }
  get #selects() {
    return [...this.querySelectorAll('select')];
  }
  #part(name: string) {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  connectedCallback() {
    const { folder = '', version = '' } = this.dataset;
    this.#index = new SearchIndex(folder, version);
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.#part('unscripted').remove();
    this.#part('filters').hidden = false;
    this.#form.addEventListener('focusin', () => this.#prepare(), { signal });
    this.#form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#remember(false);
        void this.#answer();
      },
      { signal },
    );
    this.#input.addEventListener('input', () => this.#typed(), { signal });
    this.#part('filters').addEventListener(
      'change',
      () => {
        this.#remember(false);
        this.#show(true);
      },
      { signal },
    );
    this.#part('retry').addEventListener(
      'click',
      () => {
        this.#index.reset();
        this.#input.focus();
        void this.#answer();
      },
      { signal },
    );
    this.addEventListener('keydown', (event) => this.#keys(event), { signal });
    window.addEventListener('popstate', () => this.#fromAddress(), { signal });
    this.#fromAddress();
  }

  disconnectedCallback() {
    this.#off?.abort();
  }

  /** Everything that a first answer of the index needs, at once instead of one after another. */
  #prepare() {
    if (this.#entries.size > 0) return;
    this.#entries = readEntries(this.#part('index'));
    this.#index.prepare((this.dataset.files ?? '').split(' '));
  }

  #fromAddress() {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? '';
    for (const select of this.#selects) {
      const value = asked.get(select.name) ?? '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    if (location.search !== '') this.#prepare();
    void this.#answer();
  }

  #typed() {
    this.#prepare();
    this.#remember(true);
    void this.#answer();
  }

  /** One entry of the history for what is typed in one go, one for each choice. */
  #remember(typing: boolean) {
    const address = new URL(location.href);
    address.search = '';
    address.hash = '';
    for (const { name, value } of [this.#input, ...this.#selects])
      if (value !== '') address.searchParams.set(name, value);
    const state = { typing };
    const wasTyping = (history.state as { typing?: boolean } | null)?.typing === true;
    try {
      if (address.href === location.href || (typing && wasTyping))
        history.replaceState(state, '', address);
      else history.pushState(state, '', address);
    } catch {
      // Some browsers refuse too many changes in a short time: the next one will tell the address.
    }
  }

  async #answer() {
    const turn = ++this.#turn;
    const query = parseQuery(this.#input.value);
    this.#query = this.#input.value.trim();
    this.#part('failed').hidden = true;
    this.#part('waiting').hidden = true;
    this.#busy(true);
    const nothing = query.groups.length === 0 && !query.months;
    if (nothing) {
      this.#hits = this.#chosen() ? this.#everything() : [];
      this.#show(true);
      this.#busy(false);
      return;
    }
    let shown: Hit[] = [];
    if (!this.#complete) {
      shown = this.#hits = answerFromWords(this.#docs(), query);
      this.#show(false);
      await this.#read(turn);
    }
    if (turn !== this.#turn) return;
    let hits = answer(this.#docs(), query);
    if (hits.every(({ tier }) => tier === 'part')) {
      // Seldom needed, so it comes only now.
      const slips = await import('#search/slip.ts').catch(() => undefined);
      if (turn !== this.#turn) return;
      const meant = slips?.answerDespiteSlips(this.#docs(), query) ?? [];
      if (meant.length > 0) hits = meant;
    }
    this.#part('waiting').hidden = true;
    this.#hits = below(shown, hits);
    this.#show(true);
    this.#busy(false);
  }

  /** Reads what the index knows; says so if that takes time, or cannot be done. */
  async #read(turn: number) {
    const tell = (part: string) => {
      if (turn === this.#turn) this.#part(part).hidden = false;
    };
    const slow = setTimeout(tell, SLOW, 'waiting');
    try {
      addContents(this.#entries, await Promise.race([this.#index.contents(), tooLate()]));
      this.#complete = true;
    } catch {
      this.#index.reset();
      tell('failed');
    } finally {
      clearTimeout(slow);
    }
  }

  #busy(busy: boolean) {
    this.#part('results').ariaBusy = String(busy);
  }

  #docs() {
    return Array.from(this.#entries.values(), ({ doc }) => doc);
  }

  #chosen() {
    return this.#selects.some(({ value }) => value !== '');
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

  /** `settled`: no more is to come, so that nothing found is said to be nothing. */
  #show(settled: boolean) {
    const asked = this.#query !== '' || this.#chosen();
    if (asked && this.#query === '' && this.#hits.length === 0) this.#hits = this.#everything();
    const choice = readChoice(this.#selects);
    const all = this.#hits.flatMap((hit) => {
      const entry = this.#entries.get(hit.url);
      return entry ? [{ hit, entry }] : [];
    });
    const shown = all.filter(({ entry }) => inFacets(entry, choice));
    countFacets(
      this.#selects,
      asked ? all.map(({ entry }) => entry) : [...this.#entries.values()],
      choice,
    );
    const labels = (this.#part('labels') as HTMLTemplateElement).content;
    this.#fill(
      shown.map(({ hit, entry }) => ({
        key: JSON.stringify([hit.url, hit.tier, hit.marks, hit.keywords]),
        make: () => itemOf(entry, hit, labels),
      })),
    );
    const none = asked && settled && shown.length === 0;
    this.#part('index').hidden = asked;
    this.#part('none').hidden = !none;
    this.#part('none-filtered').hidden = !(none && all.length > 0);
    this.#part('none-found').hidden = !(none && all.length === 0);
    for (const place of this.querySelectorAll('[data-part="query"]'))
      place.textContent = this.#query;
    this.#say(asked && (settled || shown.length > 0) ? shown.length : undefined);
  }

  /** What is shown already stays as it is, so that nothing moves and no focus is lost. */
  #fill(items: readonly { key: string; make: () => HTMLLIElement }[]) {
    const list = this.#part('results');
    items.forEach(({ key, make }, at) => {
      const there = list.children[at];
      if (there instanceof HTMLElement && there.dataset.key === key) return;
      const item = make();
      item.dataset.key = key;
      if (there) there.replaceWith(item);
      else list.append(item);
    });
    while (list.children.length > items.length) list.lastElementChild?.remove();
    list.hidden = items.length === 0;
  }

  /** The number at once for the eye, once it rests for the ear. */
  #say(count: number | undefined) {
    const text =
      count === undefined || count === 0
        ? ''
        : (this.#part('count').dataset.text ?? '').replace('{n}', String(count));
    this.#part('count').textContent = text;
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      const none = this.#part('none').hidden ? '' : (this.#part('status').dataset.none ?? '');
      this.#part('status').textContent = text || none;
    }, QUIET);
  }

  #keys(event: KeyboardEvent) {
    // 229: some browsers report the Enter that ends a composition only so.
    const composing = event.isComposing || event.keyCode === 229;
    if (composing) {
      if (event.key === 'Enter' && event.target === this.#input) event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.#part('results').querySelectorAll<HTMLAnchorElement>('li > a')];
    const at = links.indexOf(event.target as HTMLAnchorElement);
    const inField = event.target === this.#input;
    if (!inField && at < 0) return;
    if (event.key === 'ArrowDown') links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? this.#input).focus();
    else if (event.key === 'Escape' && at >= 0) this.#input.focus();
    else if (event.key === 'Escape' && this.#input.value !== '') {
      this.#input.value = '';
      this.#typed();
    } else return;
    event.preventDefault();
  }
}

/** What is shown already stays in its place, whatever of its words the index alone had. */
function below(shown: readonly Hit[], hits: readonly Hit[]): Hit[] {
  const known = new Set(shown.map(({ url }) => url));
  return [...shown, ...hits.filter(({ url }) => !known.has(url))];
}

/** A line that has gone silent is told like one that is cut. */
const tooLate = () =>
  new Promise<never>((_, reject) => {
    setTimeout(reject, PATIENCE);
  });

customElements.define('search-page', SearchPage);
