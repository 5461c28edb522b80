/**
 * Three-way merge of tables into the content: cells as exported, as given, and as they are in the
 * content now. What nobody changed in the table stays as it is in the content.
 */
import { nounNames, type NounName } from '#tables/nouns.ts';
import { readingsOfRows, type NounRow, type NounRows } from '#tables/noun-rows.ts';
import { RowNames } from '#tables/sheet-layout.ts';
import { exportedRows } from '#tables/workbook.ts';
import type { CellFaults, CellsByKey, Given, GivenRow } from './given-tables.ts';
import { TableMerge } from './table-merge.ts';

export interface Merged {
  rows: NounRows;
  /** The row of a table that each changed or added row came from. */
  sources: Map<NounRow, GivenRow>;
  /** Ids that were drafted from words. */
  drafted: { name: NounName; key: string }[];
  /** How many odd characters were put right in changed cells. */
  tidied: number;
  /** Rows of the content that the table does not have and that stay, as nobody exported them. */
  kept: { name: NounName; key: string }[];
}

/** Each after the tables that its cells refer to. */
const ORDER = nounNames.toSorted((a, b) => rank(a) - rank(b));
function rank(name: NounName): number {
  return ['goals', 'sections', 'programmes', 'activities', 'pledges'].indexOf(name) + 1 || 6;
}

/** Today's cells of every table, by the keys of their rows. */
export const cellsOfRows = (rows: NounRows): ReadonlyMap<NounName, CellsByKey> =>
  new Map(
    [...exportedRows(rows)].map(([name, all]) => [
      name,
      new Map(all.map(({ key, cells }) => [key, cells])),
    ]),
  );

/** `now`: {@link cellsOfRows} of `current`. Reports to `faults` what cannot be merged. */
export async function mergeRows(
  given: Given,
  current: NounRows,
  now: ReadonlyMap<NounName, CellsByKey>,
  faults: CellFaults,
): Promise<Merged> {
  const merged: Merged = {
    rows: new Map(current),
    sources: new Map(),
    drafted: [],
    tidied: 0,
    kept: [],
  };
  const before = new RowNames(current);
  const readings = readingsOfRows(current.get('readings') ?? []);
  for (const name of ORDER) {
    const table = given.tables.get(name);
    if (!table) continue;
    const merge = new TableMerge({
      name,
      now: now.get(name) ?? new Map(),
      exported: given.exported && (given.exported.get(name) ?? new Map()),
      current: current.get(name) ?? [],
      names: new RowNames(merged.rows, before),
      readings,
      merged,
      faults,
    });
    merged.rows.set(name, await merge.rowsWith(table));
  }
  return merged;
}
