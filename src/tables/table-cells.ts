/** All tables as cells: what the workbook holds, and what an import compares. */
import { ownerOf, wordsOf, type NounRow, type NounRows } from './noun-rows.ts';
import { nounNames, nounTable, type NounName } from './nouns.ts';
import { cellsOfRow, RowNames } from './sheet-layout.ts';

/**
 * Key of a row → its cells in the order of the layout; undefined for a column that was not there.
 */
export type CellsByKey = ReadonlyMap<string, readonly (string | undefined)[]>;
export type TableCells = ReadonlyMap<NounName, CellsByKey>;

/** The rows of each table in the order of the print. */
export function cellsOfTables(rows: NounRows, names = new RowNames(rows)): TableCells {
  const ordered = inPrintedOrder(rows);
  return new Map(
    nounNames.map((name) => {
      const groups = Map.groupBy(ordered.get(name) ?? [], (row) => groupOf(name, row));
      const cells = [...groups.values()].flatMap((group) =>
        group.map((row, index) => [row.key, cellsOfRow(name, row, index + 1, names)] as const),
      );
      return [name, new Map(cells)];
    }),
  );
}

/** The key of what a row belongs to; empty where rows of its table belong to nothing. */
export const groupOf = (name: NounName, { key }: Pick<NounRow, 'key'>): string =>
  nounTable(name).owner ? ownerOf(key) : '';

/** A copy with the rows of files and of items in the order of the print. */
export function inPrintedOrder(rows: NounRows): NounRows {
  const ordered: NounRows = new Map(rows);
  for (const name of nounNames) {
    const { kept, owner } = nounTable(name);
    if (kept.as !== 'files' && kept.as !== 'items') continue;
    const groups = (ordered.get(owner?.table ?? 'goals') ?? []).map(({ key }) => key);
    const rank = (row: NounRow) => groups.indexOf(groupOf(name, row) || wordsOf(row.data.goal));
    const ranks = new Map((rows.get(name) ?? []).map((row) => [row, rank(row)]));
    const place = ({ data }: NounRow) => Number(data.order ?? data.number ?? 0);
    const inPlaces = [...ranks].sort(([a, i], [b, j]) => i - j || place(a) - place(b));
    ordered.set(
      name,
      inPlaces.map(([row]) => row),
    );
  }
  return ordered;
}
