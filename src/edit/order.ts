/** Places in a row: given by order, never typed. */
import type { Data, Item, Library } from './library.ts';
import { rewriteFile, readParts } from './parts.ts';

const KEYS = {
  goals: 'number',
  principles: 'number',
  programmes: 'number',
  sections: 'order',
  pledges: 'order',
} as const;
export type Ordered = keyof typeof KEYS;
export const isOrdered = (folder: string | undefined): folder is Ordered =>
  folder !== undefined && folder in KEYS;

/** The item's neighbours in its row: programmes of one goal, pledges of one section. */
export function rowOf(library: Library, item: Item): Item[] {
  if (item.folder === 'programmes') return library.programmesOf(String(item.data['goal']));
  if (item.folder === 'pledges') return library.pledgesOf(item.id.split('/')[0] ?? '');
  return isOrdered(item.folder) ? library.in(item.folder) : [];
}

/** The library with an item one step up or down among its neighbours. */
export function moveBy(library: Library, item: Item, step: -1 | 1): Item[] {
  const row = rowOf(library, item);
  const at = row.indexOf(item);
  const other = row[at + step];
  if (!other) return [...library.items];
  return library.items.map((one) => (one === item ? other : one === other ? item : one));
}

/** New texts of the files whose number is not their place. `items` are in the order that is wanted. */
export function numbered(items: readonly Item[]): Map<string, string> {
  const texts = new Map<string, string>();
  const goals = items.filter(({ folder }) => folder === 'goals').map(({ id }) => id);
  const goalOf = ({ data }: Item) => goals.indexOf(String(data['goal']));
  const rows: Item[][] = [
    ...(['goals', 'principles', 'sections'] as const).map((name) =>
      items.filter(({ folder }) => folder === name),
    ),
    items.filter(({ folder }) => folder === 'programmes').sort((a, b) => goalOf(a) - goalOf(b)),
    ...Map.groupBy(
      items.filter(({ folder }) => folder === 'pledges'),
      ({ id }) => id.split('/')[0],
    ).values(),
  ];
  for (const row of rows)
    for (const [index, { file, folder, data, text }] of row.entries()) {
      const key = KEYS[folder as Ordered];
      if (data[key] === index + 1) continue;
      texts.set(file, withData(file, text, { [key]: index + 1 }));
    }
  return texts;
}

/** The file with some fields changed. */
export function withData(file: string, text: string, changed: Data): string {
  const { data, body } = readParts(file, text);
  return rewriteFile(file, text, { data: { ...(data as Data), ...changed }, body });
}
