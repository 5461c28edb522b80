/**
 * Reads a table as CSV: one that the data page publishes, or a sheet of the workbook saved as CSV.
 * It does not say how the cells were when it was written, so that only differences can be told.
 */
import { parseCsv } from 'hucre/csv';
import { allColumns, tableOf, tables, unescapeFormula, type TableName } from '#export/csv.ts';
import type { Plan } from '#model/plan.ts';
import { quote } from '#model/problem.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, plainName } from '#tables/sheet-layout.ts';
import { CellFaults, type GivenRow } from './given-tables.ts';
import { cellsOfSheet } from './sheet-cells.ts';
import { rowsOfTable } from './table-rows.ts';

/** A table of the data page, or a sheet. */
interface Form {
  name: NounName;
  published?: TableName;
  /** `index`: in the layout of the noun; -1 for what is worked out from the plan. */
  columns: { key: string; header: string; optional: boolean; index: number }[];
}

const formOfTable = (name: TableName): Form => ({
  name,
  published: name,
  columns: allColumns(name).map(({ sheet, ...column }) => ({
    ...column,
    index: layoutOf(name).findIndex(
      (part) =>
        part.kind === sheet?.kind && (sheet.kind !== 'field' || part.column?.key === sheet.key),
    ),
  })),
});

const formOfSheet = (name: NounName): Form => ({
  name,
  columns: layoutOf(name).map(({ header }, index) => {
    return { key: header, header, optional: false, index };
  }),
});

/** The form with most of the headers, of several the one that lacks fewest; the first for none. */
function formOf(headers: readonly string[]): Form {
  const plain = new Set(headers.map(plainName));
  const score = ({ columns }: Form) => {
    const found = columns.filter(({ header }) => plain.has(plainName(header))).length;
    return found && found - columns.length / 1000;
  };
  const sheets = nounNames.filter((name) => nounTable(name).kept.as !== 'record');
  return [...tables.map(formOfTable), ...sheets.map(formOfSheet)].reduce((best, form) =>
    score(form) > score(best) ? form : best,
  );
}

/**
 * The rows in the order of the layout. Throws a Refusal with every fault of the form. `plan`: the
 * plan of today's content; where a table of the data page says what it says of that, it says nothing.
 */
export function readCsv(
  text: string,
  file: string,
  plan: Plan | undefined,
): { name: NounName; rows: GivenRow[] } {
  const faults = new CellFaults();
  const values = parseCsv(text).map((line) =>
    line.map((value) => unescapeFormula(String(value ?? ''))),
  );
  const { name, published, columns } = formOf(values[0] ?? []);
  const lines = cellsOfSheet(`${file} `, { name: file, rows: values }, faults);
  const headers = columns.map(({ header }) => header);
  const needed = columns.flatMap(({ header, optional, index }) =>
    index < 0 || optional ? [] : header,
  );
  const written = published && plan ? tableOf(published, plan) : [];
  const isId = (index: number) => /^(?:id|ownerId)$/.test(layoutOf(name)[index]?.kind ?? '');
  const read = rowsOfTable({ label: `${file} `, lines, headers, needed }, faults);
  const rows = read.map(({ where, cells }): GivenRow => {
    const given: GivenRow['cells'] = layoutOf(name).map(() => undefined);
    const now = written.find((row) =>
      columns.every(({ key, index }, place) => !isId(index) || row[key] === cells[place]?.text),
    );
    for (const [place, { key, index }] of columns.entries()) {
      const cell = cells[place];
      const before = now && String(now[key] ?? '');
      if (!cell || (cell.text === before && !isId(index))) continue;
      if (index >= 0) given[index] = cell;
      else if (before !== undefined)
        faults.add(cell, `${quote(before)}（計画から作る列で、変えられない）`);
    }
    return { where, cells: given };
  });
  faults.refuse();
  return { name, rows };
}
