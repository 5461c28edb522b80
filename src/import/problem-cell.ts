/** The cell of a table that a fault of the content came from. */
import type { Problem } from '#model/problem.ts';
import { fileOfRow } from '#tables/noun-rows.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf } from '#tables/sheet-layout.ts';
import { groupOf } from '#tables/table-cells.ts';
import type { Merged, MergedRow } from './merged-tables.ts';

/** Undefined where no row that a person handed in says what is wrong. */
export function cellOfProblem({ file, field }: Problem, rows: Merged['rows']) {
  // `activities の 2番目 の text（12行目）`, `[0].from`: the line is that of the file as it would be.
  const steps = field
    .replace(/（\d+行目）$/u, '')
    .split(/ の |[[\].]+/u)
    .filter(Boolean);
  for (const [name, all] of rows) {
    const inFile = all.filter(({ key }) => fileOfRow(name, key) === file);
    const row = inFile.find(
      (other, index) => other.given && isRowOf(name, other, index, all, steps),
    );
    const index = layoutOf(name).findIndex(({ kind, column }) =>
      kind === 'body'
        ? steps.some((step) => /^本文$|行目$/u.test(step))
        : column !== undefined && steps.includes(column.path[0] ?? ''),
    );
    if (row?.given) return row.given.cells[index] ?? { where: row.given.where };
  }
  return undefined;
}

/** Whether the steps lead to that row of its file. */
function isRowOf(
  name: NounName,
  row: MergedRow,
  index: number,
  all: readonly MergedRow[],
  [first = '', ...steps]: readonly string[],
): boolean {
  const { kept } = nounTable(name);
  const nth = (place: number) => `${String(place + 1)}番目`;
  if (kept.as === 'record') return true;
  // Items have a table of their own.
  if (kept.as === 'files')
    return !nounNames.some((other) => {
      const { kept: items } = nounTable(other);
      return items.as === 'items' && items.of === name && items.list === first && steps.length > 0;
    });
  if (kept.as === 'items') {
    const siblings = all.filter((other) => groupOf(name, other) === groupOf(name, row));
    return first === kept.list && steps[0] === nth(siblings.indexOf(row));
  }
  if (first === 'unconfirmed') return steps[0] === nth(unconfirmed(all).indexOf(row));
  return [row.key, nth(index), String(index)].includes(first) || steps.includes(row.key);
}

const unconfirmed = (rows: readonly MergedRow[]) => rows.filter(({ data }) => !data.confirmed);
