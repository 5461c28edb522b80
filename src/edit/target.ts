/** The part of a file that one form shows, and the file with that part changed. */
import { folders } from '#model/collections.ts';
import { fieldPath, valueAt } from '#model/problem.ts';
import { setAt, type Data, type Path } from './data.ts';
import type { Item } from './library.ts';
import { readParts, rewriteFile } from './parts.ts';
import type { Shown } from './problems.ts';
import { emptyOf, shapeAt, shapeOf, type Shape } from './shape.ts';

/** A list of words is shown as a form of this one field. */
const LINES = 'words';

export interface Target extends Pick<Shown, 'shape' | 'value' | 'body' | 'places'> {
  path: Path;
  /** Sent with the form of a row of a list: see `placeNow`. */
  row: string | undefined;
}

/** `at`: the place in the file, steps joined by `/`; a place that is not there yet holds a new value. */
export function targetOf(item: Item, at: string | null): Target {
  const { data, body } = readParts(item.file, item.text);
  const path = pathOf(item, at);
  const found = valueAt(data, path);
  const whole = shapeOf(item.file);
  const inner = shapeAt(whole, path, found);
  // The alternatives stay visible, so that the kind of a row can be chosen.
  const own = path.length > 0 && Array.isArray(data) ? (whole.items ?? inner) : inner;
  const value = found ?? emptyOf(own);
  const lines = own.type === 'array';
  const row = found as Data | undefined;
  return {
    path,
    shape: lines ? asForm(own) : own,
    value: lines ? { [LINES]: value } : value,
    body: item.folder && folders[item.folder].body !== 'none' ? (body ?? '') : undefined,
    places: path.length > 0 ? [fieldPath(path), path.join('.'), String(row?.id)] : [],
    row: typeof path[0] === 'number' ? JSON.stringify(found) : undefined,
  };
}

/**
 * The place of the row that a form was made from, which another edit may have moved: the row as it
 * was, or the one with its key, or a new one behind the last where it is gone.
 */
export function placeNow({ data }: Item, at: string | null, row: string | null): string | null {
  if (!at || row === null || !Array.isArray(data)) return at;
  const rows = data as Data[];
  const same = (one: Data | undefined) => JSON.stringify(one) === row;
  if (same(rows[Number(at)])) return at;
  const keyOf = ({ id, from, address }: Data) => id ?? from ?? address;
  const key = keyOf(JSON.parse(row) as Data);
  const index = [rows.findIndex(same), rows.findIndex((one) => keyOf(one) === key)];
  return String(index.find((found) => found >= 0) ?? 'new');
}

/** The file's text with another value at the target; undefined takes it away. */
export function withTarget(item: Item, target: Target, value?: Data, body?: string): string {
  const isLines = target.shape.properties?.[LINES] !== undefined;
  const data = setAt(item.data, target.path, isLines ? value?.[LINES] : value);
  return rewriteFile(item.file, item.text, { data, body });
}

const asForm = (list: Shape): Shape => ({
  type: 'object',
  properties: { [LINES]: { description: 'ことば。1行に1つずつ書く', ...list } },
  required: [LINES],
});

/** An id may hold a slash (`section/unit`): what follows the first step of a record is its key. */
function pathOf({ data }: Item, at: string | null): Path {
  if (!at) return [];
  if (Array.isArray(data)) return [at === 'new' ? data.length : Number(at)];
  const cut = at.indexOf('/');
  return cut < 0 ? [at] : [at.slice(0, cut), at.slice(cut + 1)];
}
