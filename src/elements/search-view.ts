/** What the search page shows: an answer under the filters that are chosen, and what is said of it. */
import type { StoredRecord } from '#search/candidate.ts';
import { excerpt, highlight, isIn, type Stretch } from '#search/highlight.ts';
import type { Hit } from '#search/score.ts';
import { SearchFilters } from './search-filters.ts';

/** Milliseconds that the typing must rest before the number is said aloud. */
const QUIET = 900;
/** Of a programme so many matching activities are shown. */
const MOST_ACTIVITIES = 3;

/** `open` while more may come. Only where it is `settled` is nothing found said to be nothing. */
type State = 'open' | 'settled' | 'failed';

export class SearchView {
  #root: HTMLElement;
  #title = document.title;
  /** The entries of the complete index, by address. */
  #items = new Map<string, HTMLLIElement>();
  #saying = 0;
  readonly input: HTMLInputElement;
  readonly filters: SearchFilters;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.input = root.querySelector('input') as HTMLInputElement;
    this.filters = new SearchFilters(root, this.part('filters'));
  }

  part = (name: string) => this.#root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  get form() {
    return this.input.form as HTMLFormElement;
  }
  get fields() {
    return [this.input, ...this.filters.selects];
  }

  /** Takes away what is for a page without script, and shows what works with it. */
  begin() {
    this.part('unscripted').remove();
    this.filters.begin();
  }

  /** The records of the complete index, as the page prints them. */
  readIndex(): StoredRecord[] {
    const items = this.part('index').querySelectorAll<HTMLLIElement>('li[data-kind]');
    return Array.from(items, (item) => {
      const { kind = '', goals, sections, months, marks, heads, titles } = item.dataset;
      const link = item.querySelector('a');
      const url = link?.getAttribute('href') ?? '';
      const title = link?.textContent.trim() ?? '';
      this.#items.set(url, item);
      return {
        url,
        kind,
        goals: words(goals).map(Number),
        sections: words(sections),
        months: words(months).map(Number),
        marks: marks?.split('\n'),
        titles: titles?.split('\n') ?? [title],
        heads: heads?.split('\n') ?? [],
        passages: Array.from(item.querySelectorAll<HTMLElement>('.words'), (line) => ({
          text: line.textContent.trim(),
          id: line.dataset.id,
          months: words(line.dataset.months).map(Number),
        })),
        synonyms: [],
        plan: this.#root.dataset.plan ?? '',
      };
    });
  }

  /** `months`: those that are asked for. */
  show(typed: string, hits: readonly Hit[], state: State, months?: ReadonlySet<number>) {
    const asked = typed !== '' || this.filters.isChosen;
    const shown = hits.filter(({ candidate }) => this.filters.passes(candidate.record));
    this.filters.tell(asked ? hits.map(({ candidate }) => candidate.record) : undefined);
    this.#fill(shown, months);
    const failed = state === 'failed';
    const none = asked && state === 'settled' && shown.length === 0;
    this.part('index').hidden = asked && !(failed && shown.length === 0);
    this.part('failed').hidden = !failed;
    if (state !== 'open') this.part('waiting').hidden = true;
    this.part('none').hidden = !none;
    this.part('none-filtered').hidden = hits.length === 0;
    this.part('none-found').hidden = hits.length > 0;
    this.part('query').textContent = typed;
    const { title = '' } = this.#root.dataset;
    document.title = typed === '' ? this.#title : title.replace('{q}', () => typed);
    this.part('results').setAttribute('aria-busy', String(state === 'open'));
    const { text = '' } = this.part('count').dataset;
    const number = shown.length > 0 ? text.replace('{n}', String(shown.length)) : '';
    const { none: nothing, failed: lost } = this.part('status').dataset;
    this.part('count').textContent = number;
    this.#say([number, none && nothing, failed && lost].filter(Boolean).join(' '));
  }

  /** Arrows and Escape between the field and the results. The Enter of a composition submits nothing. */
  onKey(event: KeyboardEvent) {
    const { input } = this;
    // 229, deprecated but without a successor: some browsers report the Enter that ends a composition only so.
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

  /** What is shown already stays as it is, so that nothing moves and no focus is lost. */
  #fill(hits: readonly Hit[], months: ReadonlySet<number> = new Set()) {
    const list = this.part('results');
    for (const [at, hit] of hits.entries()) {
      const { url, tier, marks, synonyms } = hit;
      const key = JSON.stringify([url, tier, marks, synonyms, [...months]]);
      const there = list.children[at] as HTMLElement | undefined;
      if (there?.dataset.key === key) continue;
      const item = this.#item(hit, months);
      item.dataset.key = key;
      if (there) there.replaceWith(item);
      else list.append(item);
    }
    while (list.children.length > hits.length) list.lastElementChild?.remove();
    list.hidden = hits.length === 0;
  }

  /** A copy of the record's entry in the page, or for a record of another plan one made like it. */
  #item({ url, candidate, tier, marks, synonyms }: Hit, months: ReadonlySet<number>) {
    const { titles, passages, record } = candidate;
    const own = this.#items.get(url);
    const blanks = (this.part('blank') as HTMLTemplateElement).content;
    const blank = own ?? blanks.querySelector(`li[data-kind="${record.kind}"]`);
    const item = blank?.cloneNode(true) as HTMLLIElement;
    const link = item.querySelector('a') as HTMLAnchorElement;
    link.href = url;
    const { join = '' } = this.part('labels').dataset;
    const named = titles.flatMap((title) => [join, ...nodes(highlight(title, marks))]);
    link.replaceChildren(...named.slice(1));
    for (const line of item.querySelectorAll('.words')) line.remove();
    if (tier === 'part' || tier === 'slip') this.#label(item, tier);
    if (synonyms.length > 0) this.#label(item, 'synonyms', synonyms);
    if (!own && record.plan !== undefined) this.#label(item, 'plan', [record.plan]);
    const timely = passages.filter((one) => one.months?.some((month) => months.has(month)));
    if (timely.length > 0) this.#label(item, 'months', [[...months].join('・')]);
    const marked = passages.filter((passage) => marks.some((mark) => isIn(passage, mark)));
    const activities = (timely.length > 0 ? timely : marked).filter(({ id }) => id !== undefined);
    for (const activity of activities.slice(0, MOST_ACTIVITIES)) {
      const way = document.createElement('a');
      way.href = `${url}#${activity.id ?? ''}`;
      way.append(...nodes(excerpt(activity, marks)));
      item.append(line(way));
    }
    const [passage] = marked.length > 0 ? marked : passages;
    if (activities.length === 0 && passage) item.append(line(...nodes(excerpt(passage, marks))));
    return item;
  }

  /** Adds what is said about a result; `said` where the label wants words. */
  #label(item: HTMLLIElement, name: string, said: readonly string[] = []) {
    const { content } = this.part('labels') as HTMLTemplateElement;
    const label = content.querySelector(`[data-label="${name}"]`)?.cloneNode(true) as HTMLElement;
    const words = said.join(this.part('labels').dataset.join);
    label.textContent = label.textContent.trim().replace('{}', () => words);
    (name === 'months' ? item : item.querySelector('.meta'))?.append(label);
  }

  #say(aloud: string) {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => (this.part('status').textContent = aloud), QUIET);
  }
}

const words = (list: string | undefined) => list?.split(' ').filter(Boolean) ?? [];

function line(...content: Node[]): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.className = 'words';
  paragraph.append(...content);
  return paragraph;
}

function nodes(stretches: readonly Stretch[]): Node[] {
  return stretches.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    return Object.assign(document.createElement('mark'), { textContent: text });
  });
}
