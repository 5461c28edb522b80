/** The list of results, made of the entries of the complete index that the page holds. */
import { excerpt, highlight, isIn, type Stretch } from '#search/highlight.ts';
import type { Hit } from '#search/plan-search.ts';
import type { StoredRecord } from '#search/record.ts';
import type { SearchSettings } from '#search/sources.ts';

/** So many results are shown until the reader asks for the others. */
const MOST_RESULTS = 100;
/** Of a programme so many matching activities are shown. */
const MOST_ACTIVITIES = 3;

export class SearchResults {
  /** The records of the complete index, as the page prints them. */
  readonly records: readonly StoredRecord[];
  /** What their entries say of them, by address. */
  #metas = new Map<string, Element | null>();
  #settings: SearchSettings;
  #list: HTMLElement;
  #more: HTMLButtonElement;
  #parts: DocumentFragment;

  constructor(page: HTMLElement, settings: SearchSettings) {
    this.#settings = settings;
    this.#list = page.querySelector('#results') as HTMLElement;
    this.#more = page.querySelector('[data-part="more"]') as HTMLButtonElement;
    this.#parts = (page.querySelector('template') as HTMLTemplateElement).content;
    this.records = Array.from(page.querySelectorAll<HTMLElement>('li[data-record]'), (entry) => {
      const record = JSON.parse(entry.dataset.record ?? '') as StoredRecord;
      const lines = entry.querySelectorAll('.words');
      const passages = record.passages.map((passage, index) => ({
        ...passage,
        text: lines[index]?.textContent.trim() ?? '',
      }));
      this.#metas.set(record.url, entry.querySelector('.meta'));
      return { ...record, passages, plan: settings.plan };
    });
  }

  /** What is shown already stays as it is, so that nothing moves and no focus is lost. */
  fill(hits: readonly Hit[], months: ReadonlySet<number> = new Set(), most = MOST_RESULTS) {
    const list = this.#list;
    this.#more.hidden = hits.length <= most;
    this.#more.onclick = () => {
      this.fill(hits, months, Infinity);
      list.children[most]?.querySelector('a')?.focus();
    };
    const rows = hits.slice(0, most).map((hit) => ({
      key: JSON.stringify([hit.record.stored.url, hit.tier, hit.marks, hit.related, [...months]]),
      make: () => this.#item(hit, months),
    }));
    const firstPart = hits.findIndex(({ tier }) => tier === 'part');
    if (firstPart >= 0 && firstPart < most)
      rows.splice(firstPart, 0, { key: 'line', make: () => this.#copy('li.line') });
    for (const [index, { key, make }] of rows.entries()) {
      const there = list.children[index] as HTMLElement | undefined;
      if (there?.dataset.key === key) continue;
      const item = make();
      item.dataset.key = key;
      if (there) there.replaceWith(item);
      else list.append(item);
    }
    while (list.children.length > rows.length) list.lastElementChild?.remove();
    list.hidden = hits.length === 0;
  }

  #item({ record, tier, marks, related }: Hit, months: ReadonlySet<number>): HTMLElement {
    const { titles, passages, stored } = record;
    const { url, kind, plan } = stored;
    const { labels, kinds } = this.#settings;
    const item = this.#copy('li');
    const link = item.querySelector('a') as HTMLAnchorElement;
    link.href = url;
    const named = titles.flatMap((title) => [
      labels.join,
      ...this.#marked(highlight(title, marks)),
    ]);
    link.append(...named.slice(1));
    const meta = this.#metas.get(url)?.cloneNode(true) as HTMLElement | undefined;
    if (meta) item.lastElementChild?.replaceWith(meta);
    else (item.querySelector('span') as HTMLElement).textContent = kinds[kind] ?? kind;
    const reasons = [
      tier === 'slip' && labels.slip,
      related.length > 0 && labels.related.replace('{}', () => related.join(labels.join)),
      !meta && plan,
    ];
    for (const text of reasons)
      if (text) item.querySelector('.meta')?.append(this.#copy('.label', text));
    const timely = passages.filter((passage) => passage.months?.some((month) => months.has(month)));
    if (timely.length > 0)
      item.append(this.#copy('.reason', labels.months.replace('{}', [...months].join('・'))));
    const marked = passages.filter(({ text }) => marks.some((mark) => isIn(text, mark)));
    const activities = (timely.length > 0 ? timely : marked).filter(({ id }) => id !== undefined);
    for (const { id = '', text } of activities.slice(0, MOST_ACTIVITIES)) {
      const way = Object.assign(document.createElement('a'), { href: `${url}#${id}` });
      way.append(...this.#marked(excerpt(text, marks)));
      item.append(this.#copy('.words', way));
    }
    const passage = marked[0] ?? passages[0];
    if (activities.length === 0 && passage)
      item.append(this.#copy('.words', ...this.#marked(excerpt(passage.text, marks))));
    return item;
  }

  #marked = (stretches: readonly Stretch[]) =>
    stretches.map(({ text, marked }) => (marked ? this.#copy('mark', text) : text));

  /** A copy of a part of the template, with more content. */
  #copy(selector: string, ...content: (Node | string)[]): HTMLElement {
    const copy = this.#parts.querySelector(selector)?.cloneNode(true) as HTMLElement;
    copy.append(...content);
    return copy;
  }
}
