/** Results as they stand in the page: each is a copy of its entry in the complete index. */
import type { Content, Piece } from '#search/content.ts';
import { docOf, indexedDoc, joined, splitTitles, type Doc } from '#search/doc.ts';
import { excerpt, mark, type Stretch } from '#search/excerpt.ts';
import type { Hit } from '#search/hit.ts';

/** An entry of the complete index. */
export interface Entry {
  element: HTMLLIElement;
  doc: Doc;
  title: string;
  heads: string[];
  words: string;
  facets: Record<string, readonly string[]>;
}

const textsOf = (element: Element, selector: string) =>
  Array.from(element.querySelectorAll(selector), (part) => part.textContent.trim());

/** Reads the complete index, whose entries carry what can be filtered. */
export function readEntries(root: ParentNode): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const element of root.querySelectorAll<HTMLLIElement>('li[data-kind]')) {
    const link = element.querySelector('a');
    const { kind = '', goals = '', sections = '', months = '' } = element.dataset;
    const url = link?.getAttribute('href') ?? '';
    const title = link?.textContent.trim() ?? '';
    const words = textsOf(element, '.words').join('\n');
    const facets = {
      kind: [kind],
      goal: goals.split(' '),
      section: sections.split(' '),
      month: months.split(' '),
    };
    const heads = (element.dataset.heads ?? '').split('\n');
    const titles =
      element.dataset.titles === undefined ? [title] : title.split(element.dataset.titles);
    const numbers = months.split(' ').map(Number);
    const doc = docOf({ url, kind, months: numbers, titles, heads: heads.join('\n'), words });
    entries.set(url, { element, doc, title, heads, words, facets });
  }
  return entries;
}

/** Adds to the entries what the index knows of them. */
export function addContents(
  entries: ReadonlyMap<string, Entry>,
  contents: ReadonlyMap<string, Content>,
) {
  // What stands over a record's words are names of other records: their readings serve here too.
  const named = new Map<string, Piece[]>();
  for (const { title } of contents.values())
    for (const pieces of splitTitles(title))
      named.set(pieces.map(({ text }) => text).join(''), pieces);
  for (const [url, content] of contents) {
    const entry = entries.get(url);
    if (!entry || entry.doc.indexed) continue;
    const heads = entry.heads.flatMap((head) => named.get(head) ?? [{ text: head }]);
    entry.doc = indexedDoc(entry.doc, content, heads);
    if (entry.words === '') entry.words = content.words.map(({ text }) => text).join('');
  }
}

/** The list's item for a hit. `labels` holds a child for each thing that may be said of one. */
export function itemOf(entry: Entry, hit: Hit, labels: DocumentFragment): HTMLLIElement {
  const item = entry.element.cloneNode(true) as HTMLLIElement;
  item.removeAttribute('id');
  const link = item.querySelector('a');
  link?.replaceChildren(...nodes(mark(entry.title, joined(entry.doc.titles), hit.marks)));
  for (const part of item.querySelectorAll('.words')) part.remove();
  if (entry.words !== '') {
    const text = document.createElement('p');
    text.className = 'words';
    text.append(...nodes(excerpt(entry.words, entry.doc.words, hit.marks)));
    item.append(text);
  }
  const say = (name: string, said: readonly string[] = []) => {
    const label = labels.querySelector(`[data-label="${name}"]`)?.cloneNode(true);
    if (!(label instanceof HTMLElement)) return;
    label.append(said.join(label.dataset.join ?? ' '));
    item.querySelector('.meta')?.append(label);
  };
  if (hit.tier === 'part' || hit.tier === 'slip') say(hit.tier);
  if (hit.keywords.length > 0) say('keywords', hit.keywords);
  return item;
}

function nodes(stretches: readonly Stretch[]): Node[] {
  return stretches.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const element = document.createElement('mark');
    element.textContent = text;
    return element;
  });
}
