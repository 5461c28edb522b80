/**
 * Three-way merge of tables into the content: cells as exported, as given, and as they are in the
 * content now. What nobody changed in a table stays as it is in the content.
 */
import type { Readings } from '#model/reading.ts';
import { readingsOfRows, type NounRow, type NounRows } from '#tables/noun-rows.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { cellsOfTables, layoutOf, RowNames, type CellsByKey } from '#tables/sheet-layout.ts';
import { isSameText, type CellFaults, type GivenRow, type HandedIn } from './given-tables.ts';
import { identifiedRow, mergedRow } from './merged-row.ts';

export interface MergedRow extends NounRow {
  /** What a person handed in, for a row that it changes or adds. */
  handedIn?: GivenRow;
  /** The key it had before it was moved to another owner. */
  movedFrom?: string;
  /** What a person wrote into 順. */
  place?: number;
}

/** The rows, and what is worth telling of them. */
export interface Merged {
  rows: Map<NounName, MergedRow[]>;
  notes: string[];
  /** How many odd characters were put right in changed cells. */
  tidied: number;
}

/** What the merge of one table looks at. */
export interface TableMerge {
  name: NounName;
  /** The cells of the content, and those of the export; undefined for a table without one. */
  now: CellsByKey;
  exported: CellsByKey | undefined;
  names: RowNames;
  readings: Readings;
  merged: Merged;
  faults: CellFaults;
}

/** Those that the cells of others refer to come first. */
const FIRST: readonly NounName[] = ['goals', 'sections'];

/** Reports to `faults` what cannot be merged. */
export async function mergedTables(
  handedIn: HandedIn,
  current: NounRows,
  faults: CellFaults,
): Promise<Merged> {
  const merged: Merged = { rows: new Map(current), notes: [], tidied: 0 };
  const tables = cellsOfTables(current);
  const readings = readingsOfRows(current.get('readings') ?? []);
  for (const name of new Set([...FIRST, ...nounNames])) {
    const table = handedIn.tables.get(name);
    if (!table) continue;
    const now = tables.get(name) ?? new Map();
    const exported = handedIn.exported && (handedIn.exported.get(name) ?? new Map());
    const names = new RowNames(merged.rows);
    const merge = { name, now, exported, names, readings, merged, faults };
    merged.rows.set(name, await mergedRows(table, current.get(name) ?? [], merge));
  }
  return merged;
}

/** The rows of the content with the changes of the table. */
async function mergedRows(
  table: readonly GivenRow[],
  current: readonly NounRow[],
  merge: TableMerge,
): Promise<MergedRow[]> {
  const { name, now, exported, merged, faults } = merge;
  const identified = table.map((handedIn) => ({ handedIn, ...identifiedRow(handedIn, merge) }));
  const byKey = new Map<string, GivenRow>();
  for (const { key, handedIn, cell } of identified) {
    if (key === undefined) continue;
    if (byKey.has(key))
      faults.add(cell, '一度だけ出る行（行を写して足したときは、灰色の列を空にする）');
    byKey.set(key, handedIn);
    if (now.has(key)) continue;
    const index = changedSince(exported?.get(key), (place) => handedIn.cells[place]?.text, merge);
    const changed = handedIn.cells[index];
    if (changed) faults.add(changed, 'content/ に今もある行（書き出したあとに消されています）');
  }
  const rows: MergedRow[] = [];
  for (const row of current) {
    const handedIn = byKey.get(row.key);
    if (handedIn) rows.push(await mergedRow(row, '', handedIn, current, merge));
    else if (exported?.has(row.key)) checkRemoved(row.key, merge);
    else rows.push(row);
    if (!handedIn && !exported)
      merged.notes.push(`表にない行（消しません） 「${nounTable(name).sheet}」の ${row.key}`);
  }
  const keys = new Set(rows.map(({ key }) => key));
  for (const { key, id, handedIn, cell } of identified) {
    if (key !== undefined) continue;
    const row = await mergedRow(undefined, id, handedIn, rows, merge);
    if (keys.has(row.key)) faults.add(cell, 'ほかの行と違うid');
    keys.add(row.key);
    rows.push(row);
  }
  return inOrder(rows, merge);
}

/** The content must not have changed a row that a person removes. */
function checkRemoved(key: string, merge: TableMerge): void {
  const { name, now, exported, faults } = merge;
  const here = now.get(key);
  const index = changedSince(exported?.get(key), (place) => here?.[place], merge);
  const where = `「${nounTable(name).sheet}」から消された行 ${key}`;
  const expected = '書き出したあとに content/ で変わっていない行だけを消す';
  if (index >= 0) faults.add({ where, text: here?.[index] }, expected);
}

/** The first cell of a row that differs from the export; -1 for none. */
const changedSince = (
  then: readonly (string | undefined)[] | undefined,
  textAt: (index: number) => string | undefined,
  { name }: TableMerge,
): number =>
  layoutOf(name).findIndex(({ kind, column }, index) => {
    // A place follows from other rows, a name from the row that it is of.
    const isOwn = kind === 'body' || (column !== undefined && !column.refers);
    return isOwn && !isSameText(then?.[index], textAt(index));
  });

/** Where a list has an order, each row at its place; one without a place comes last. */
function inOrder(rows: readonly MergedRow[], { name, now }: TableMerge): MergedRow[] {
  if (!nounTable(name).ordered) return [...rows];
  const index = layoutOf(name).findIndex(({ kind }) => kind === 'place');
  const placeOf = ({ key, place }: MergedRow) => place ?? Number(now.get(key)?.[index] ?? Infinity);
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b) || 0);
}
