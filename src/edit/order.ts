/** The fields that hold a place in an order: given by the order, never typed. */
import type { Data } from './data.ts';
import type { Item, Library } from './library.ts';
import { withFields } from './parts.ts';

const KEYS = {
  parts: 'order',
  goals: 'number',
  principles: 'order',
  programmes: 'number',
  sections: 'order',
  pledges: 'order',
} as const;
export type Ordered = keyof typeof KEYS;
export const isOrdered = (folder: string | undefined): folder is Ordered =>
  folder !== undefined && Object.hasOwn(KEYS, folder);

/** What is ordered together: programmes of one goal (`around`), pledges of one section, else a folder. */
function rowIn(library: Library, folder: Ordered, around: string): Item[] {
  if (folder === 'programmes') return library.programmesOf(around);
  return folder === 'pledges' ? library.pledgesOf(around) : library.in(folder);
}

/** The files that are ordered together with the item; none for what has no order. */
export function rowOf(library: Library, item: Item): Item[] {
  if (!isOrdered(item.folder)) return [];
  const around = item.folder === 'programmes' ? item.data.goal : item.id.split('/')[0];
  return rowIn(library, item.folder, String(around));
}

/** The field that holds a place, with the value that puts a file last. */
export function lastPlace(library: Library, folder: Ordered, around: string): Data {
  const key = KEYS[folder];
  const places = rowIn(library, folder, around).map(({ data }) => Number(data[key]));
  return { [key]: Math.floor(Math.max(0, ...places)) + 1 };
}

/** New texts where an item and its neighbour one step up or down change places. */
export function swapped(library: Library, item: Item, step: -1 | 1): Map<string, string> {
  const row = rowOf(library, item);
  const other = row[row.indexOf(item) + step];
  if (!other || !isOrdered(item.folder)) return new Map();
  const key = KEYS[item.folder];
  return new Map([
    [item.file, withFields(item, { [key]: other.data[key] })],
    [other.file, withFields(other, { [key]: item.data[key] })],
  ]);
}

/** New texts where printed numbers, which run without a gap, close up behind one that goes. */
export function closedUp(library: Library, gone: readonly string[]): Map<string, string> {
  const texts = library
    .in('goals')
    .filter(({ file }) => !gone.includes(file))
    .map((item, index) => [item.file, withFields(item, { number: index + 1 })] as const);
  return new Map(texts.filter(([file, text]) => text !== library.get(file)?.text));
}
