/** The list of results, made of the entries of the complete index that the page holds. */
import { excerpt, highlight, isIn, type Stretch } from '#search/highlight.ts';
import type { Hit } from '#search/plan-search.ts';
import type { StoredRecord } from '#search/record.ts';
import type { PlanSettings } from '#search/sources.ts';

/** What the page tells its script. */
export interface PageSettings extends PlanSettings {
  plan: string;
  /** The page's title for an answer, with `{q}` for the question. */
  title: string;
  /** What is said of an answer, with `{n}` for a number. */
  text: Record<'count' | 'none' | 'failed' | 'join', string>;
  /** What is said of a result, with `{}` for words. */
  labels: Record<'slip' | 'related' | 'plan' | 'months', string>;
  kinds: Record<string, string>;
}

/** Of a programme so many matching activities are shown. */
const MOST_ACTIVITIES = 3;

export class SearchResults {
  /** The records of the complete index, as the page prints them. */
  readonly records: readonly StoredRecord[];
  /** Their entries, by address. */
  #items = new Map<string, HTMLLIElement>();
  #settings: PageSettings;
  #list: HTMLElement;
  #blank: DocumentFragment;

  constructor(page: HTMLElement, settings: PageSettings) {
    this.#settings = settings;
    this.#list = page.querySelector('#results') as HTMLElement;
    this.#blank = (page.querySelector('template') as HTMLTemplateElement).content;
    const items = page.querySelectorAll<HTMLLIElement>('li[data-record]');
    this.records = Array.from(items, (item) => {
      const record = JSON.parse(item.dataset.record ?? '') as StoredRecord;
      const lines = item.querySelectorAll('.words');
      const passages = record.passages.map((one, at) => ({
        ...one,
        text: lines[at]?.textContent.trim() ?? '',
      }));
      item.removeAttribute('data-record');
      this.#items.set(record.url, item);
      return { ...record, passages, plan: settings.plan };
    });
  }

  /** What is shown already stays as it is, so that nothing moves and no focus is lost. */
  fill(hits: readonly Hit[], months: ReadonlySet<number> = new Set()) {
    const list = this.#list;
    const rows = hits.map((hit) => ({
      key: JSON.stringify([hit.record.stored.url, hit.tier, hit.marks, hit.related, [...months]]),
      make: () => this.#item(hit, months),
    }));
    const firstPart = hits.findIndex(({ tier }) => tier === 'part');
    if (firstPart >= 0)
      rows.splice(firstPart, 0, { key: 'line', make: () => this.#copy('.find-line') });
    for (const [at, { key, make }] of rows.entries()) {
      const there = list.children[at] as HTMLElement | undefined;
      if (there?.dataset.key === key) continue;
      const item = make();
      item.dataset.key = key;
      if (there) there.replaceWith(item);
      else list.append(item);
    }
    while (list.children.length > rows.length) list.lastElementChild?.remove();
    list.hidden = hits.length === 0;
  }

  /** A copy of the record's entry in the page, or for one of elsewhere one made like it. */
  #item({ record, tier, marks, related }: Hit, months: ReadonlySet<number>): HTMLLIElement {
    const { url, kind, plan } = record.stored;
    const { labels, text, kinds } = this.#settings;
    const own = this.#items.get(url);
    const item = (own?.cloneNode(true) as HTMLLIElement | undefined) ?? this.#copy('.find-item');
    const link = item.querySelector('a') as HTMLAnchorElement;
    const meta = item.querySelector('.meta');
    link.href = url;
    const named = record.titles.flatMap((title) => [text.join, ...nodes(highlight(title, marks))]);
    link.replaceChildren(...named.slice(1));
    for (const line of item.querySelectorAll('.words')) line.remove();
    if (!own) meta?.append(span('find-kind', kinds[kind] ?? kind));
    const say = (label: string, words = '') =>
      meta?.append(
        span(
          'find-label',
          label.replace('{}', () => words),
        ),
      );
    if (tier === 'slip') say(labels.slip);
    if (related.length > 0) say(labels.related, related.join(text.join));
    if (!own && plan !== undefined) say(labels.plan, plan);
    const timely = record.passages.filter((one) => one.months?.some((month) => months.has(month)));
    if (timely.length > 0)
      item.append(span('find-reason', labels.months.replace('{}', [...months].join('・'))));
    const marked = record.passages.filter((one) => marks.some((mark) => isIn(one.text, mark)));
    const activities = (timely.length > 0 ? timely : marked).filter(({ id }) => id !== undefined);
    for (const { id = '', text } of activities.slice(0, MOST_ACTIVITIES)) {
      const way = document.createElement('a');
      way.href = `${url}#${id}`;
      way.append(...nodes(excerpt(text, marks)));
      item.append(line(way));
    }
    const [passage] = marked.length > 0 ? marked : record.passages;
    if (activities.length === 0 && passage)
      item.append(line(...nodes(excerpt(passage.text, marks))));
    return item;
  }

  /** A list item of the template: for records of elsewhere, or the line above what answers in part. */
  #copy = (selector: string) =>
    this.#blank.querySelector(selector)?.cloneNode(true) as HTMLLIElement;
}

const element = (name: string, className: string, ...content: (Node | string)[]) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
};
const span = (className: string, text: string) => element('span', className, text);
const line = (...content: Node[]) => element('p', 'words', ...content);

function nodes(stretches: readonly Stretch[]): Node[] {
  return stretches.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    return Object.assign(document.createElement('mark'), { textContent: text });
  });
}
