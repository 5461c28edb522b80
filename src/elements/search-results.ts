/** The list of results, made of the entries of the complete index that the page holds. */
import { excerpt, highlight, isIn, type Stretch } from '#search/highlight.ts';
import type { Hit } from '#search/plan-search.ts';
import type { StoredRecord } from '#search/record.ts';

/** Of a programme so many matching activities are shown. */
const MOST_ACTIVITIES = 3;

export class SearchResults {
  /** The entries of the complete index, by address. */
  #items = new Map<string, HTMLLIElement>();
  #part: (name: string) => HTMLElement;
  #plan: string;

  /** `part`: finds a part of the page by its name. `plan`: the title of the page's own plan. */
  constructor(part: (name: string) => HTMLElement, plan: string) {
    [this.#part, this.#plan] = [part, plan];
  }

  /** The records of the complete index, as the page prints them. */
  readIndex(): StoredRecord[] {
    const items = this.#part('index').querySelectorAll<HTMLLIElement>('li[data-kind]');
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
        plan: this.#plan,
      };
    });
  }

  /** What is shown already stays as it is, so that nothing moves and no focus is lost. */
  fill(hits: readonly Hit[], months: ReadonlySet<number> = new Set()) {
    const list = this.#part('results');
    const firstPart = hits.findIndex(({ tier }) => tier === 'part');
    const rows = hits.map((hit) => ({
      key: JSON.stringify([hit.record.stored.url, hit.tier, hit.marks, hit.related, [...months]]),
      make: () => this.#item(hit, months),
    }));
    if (firstPart >= 0)
      rows.splice(firstPart, 0, { key: 'line', make: () => this.#copy('line') as HTMLLIElement });
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
  #item({ record, tier, marks, related }: Hit, months: ReadonlySet<number>) {
    const { titles, stored } = record;
    const { url, kind, plan } = stored;
    const own = this.#items.get(url);
    const item = (own?.cloneNode(true) ?? this.#copy(kind)) as HTMLLIElement;
    const link = item.querySelector('a') as HTMLAnchorElement;
    link.href = url;
    const { join = '' } = this.#part('labels').dataset;
    const named = titles.flatMap((title) => [join, ...nodes(highlight(title, marks))]);
    link.replaceChildren(...named.slice(1));
    for (const line of item.querySelectorAll('.words')) line.remove();
    if (tier === 'slip') this.#label(item, tier);
    if (related.length > 0) this.#label(item, 'related', related);
    if (!own && plan !== undefined) this.#label(item, 'plan', [plan]);
    const passages = record.passages.map((one) => ({
      ...one,
      isMarked: marks.some((mark) => isIn(one.text, mark)),
      isTimely: one.months?.some((month) => months.has(month)) ?? false,
    }));
    const timely = passages.filter(({ isTimely }) => isTimely);
    if (timely.length > 0) this.#label(item, 'months', [[...months].join('・')]);
    const marked = passages.filter(({ isMarked }) => isMarked);
    const activities = (timely.length > 0 ? timely : marked).filter(({ id }) => id !== undefined);
    for (const { id = '', text } of activities.slice(0, MOST_ACTIVITIES)) {
      const way = document.createElement('a');
      way.href = `${url}#${id}`;
      way.append(...nodes(excerpt(text, marks)));
      item.append(line(way));
    }
    const [passage] = marked.length > 0 ? marked : passages;
    if (activities.length === 0 && passage)
      item.append(line(...nodes(excerpt(passage.text, marks))));
    return item;
  }

  /** A list item of the template: for records of a kind, or the line above what answers in part. */
  #copy(kind: string) {
    const { content } = this.#part('blank') as HTMLTemplateElement;
    return content.querySelector(`li[data-kind="${kind}"]`)?.cloneNode(true);
  }

  /** Adds what is said about a result; `said` where the label wants words. */
  #label(item: HTMLLIElement, name: string, said: readonly string[] = []) {
    const { content } = this.#part('labels') as HTMLTemplateElement;
    const label = content.querySelector(`[data-label="${name}"]`)?.cloneNode(true) as HTMLElement;
    const words = said.join(this.#part('labels').dataset.join);
    label.textContent = label.textContent.trim().replace('{}', () => words);
    (name === 'months' ? item : item.querySelector('.meta'))?.append(label);
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
