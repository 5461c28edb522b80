/** The cell of a table that a fault of the content came from. */
import type { Problem } from '#model/problem.ts';
import { fileOfRow } from '#tables/noun-rows.ts';
import { nounTable } from '#tables/nouns.ts';
import { layoutOf } from '#tables/sheet-layout.ts';
import type { Merged } from './merged-tables.ts';

/** Undefined where no row that a person handed in says what is wrong. */
export function cellOfProblem({ file, field }: Problem, rows: Merged['rows']) {
  // `activities の 2番目 の text（12行目）`, `[0].from`: the line is that of the file as it would be.
  const steps = field.split(/ の |（\d+行目）$|[[\].]+/u).filter(Boolean);
  const [, fromOne, fromZero] = /(\d+)番目|\[(\d+)\]/u.exec(field) ?? [];
  // Items before the file that they stand in.
  for (const [name, all] of [...rows].reverse()) {
    const { kept } = nounTable(name);
    const inFile = all.filter(({ key, data }) => {
      if (fileOfRow(name, key) !== file || (data.confirmed && steps[0] === 'unconfirmed'))
        return false;
      return kept.as !== 'items' || kept.list === steps[0];
    });
    const isAlone = kept.as === 'files' || kept.as === 'record';
    const nth = isAlone ? 0 : Number(fromZero ?? Number(fromOne) - 1);
    const row = inFile.find(({ key }) => steps.includes(key)) ?? inFile[nth];
    const index = layoutOf(name).findIndex(({ kind, column }) =>
      kind === 'body' ? /本文|行目$/u.test(field) : steps.includes(column?.path[0] ?? '-'),
    );
    if (row?.handedIn) return row.handedIn.cells[index] ?? { where: row.handedIn.where };
  }
  return undefined;
}
