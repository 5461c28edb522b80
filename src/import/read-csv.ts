/**
 * Reads a table as CSV: one that the data page publishes, or a sheet of the workbook saved as CSV.
 * It does not say how the cells were when it was written, so that only differences can be told.
 */
import { parseCsv } from 'hucre/csv';
import {
  allColumns,
  tableOf,
  tables,
  unescapeFormula,
  type CsvColumn,
  type TableName,
} from '#export/csv.ts';
import type { Plan } from '#model/plan.ts';
import { quote } from '#model/problem.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, plainName, type SheetColumn } from '#tables/sheet-layout.ts';
import { CellFaults, type GivenRow } from './given-tables.ts';
import { rowsOfSheet } from './sheet-rows.ts';

/** A table of the data page, or a sheet: of each column what it is in the layout of the noun. */
interface Form {
  name: NounName;
  published?: TableName;
  columns: readonly Omit<CsvColumn, 'meaning'>[];
}

const forms = (): Form[] => [
  ...tables.map((name) => ({ name, published: name, columns: allColumns(name) })),
  ...nounNames
    .filter((name) => nounTable(name).kept.as !== 'record')
    .map((name) => ({
      name,
      columns: layoutOf(name).map(({ kind, header, column: { key = kind as string } = {} }) => ({
        ...{ key, header, optional: false, sheet: { kind, key } as CsvColumn['sheet'] },
      })),
    })),
];

/**
 * Throws a Refusal with every fault of the form. `plan`: the plan of today's content; where a table
 * of the data page says what it says of that, it says nothing.
 */
export function readCsv(
  text: string,
  file: string,
  plan: Plan | undefined,
): { name: NounName; rows: GivenRow[] } {
  const faults = new CellFaults();
  const lines = parseCsv(text).map((line) =>
    line.map((cell) => unescapeFormula(String(cell ?? ''))),
  );
  const form = formOf(lines[0] ?? []);
  const { name, published, columns } = form;
  const headers = columns.map(({ header }) => header);
  const needed = columns.filter(({ optional, sheet }) => sheet && !optional);
  const sheet = { name: file, rows: lines };
  const neededHeaders = needed.map(({ header }) => header);
  const read = rowsOfSheet(`${file} `, sheet, headers, faults, neededHeaders);
  const written = published && plan ? tableOf(published, plan) : [];
  const rows = read.map((row) => inLayout(row, form, written, faults));
  faults.refuse();
  return { name, rows };
}

/** The form with most of the headers; of several the one that lacks fewest. */
function formOf(headers: readonly string[]): Form {
  const plain = new Set(headers.map(plainName));
  const score = ({ columns }: Form) =>
    columns.filter(({ header }) => plain.has(plainName(header))).length - columns.length / 1000;
  return forms().reduce((best, form) => (score(form) > score(best) ? form : best));
}

/** A row in the order of the layout, with the cells that are not as `written`. */
function inLayout(
  row: GivenRow,
  { name, columns }: Form,
  written: ReturnType<typeof tableOf>,
  faults: CellFaults,
): GivenRow {
  const ids = columns.filter(({ sheet }) => sheet?.kind === 'ownerId' || sheet?.kind === 'id');
  const now = written.find((other) =>
    ids.every((id) => other[id.key] === row.cells[columns.indexOf(id)]?.text),
  );
  const cells = columns.map((column, index) => {
    const cell = row.cells[index];
    const before = now && String(now[column.key] ?? '');
    if (cell?.text === before && !ids.includes(column)) return undefined;
    if (cell && before !== undefined && !column.sheet)
      faults.add(cell, `${quote(before)}（計画から作る列で、変えられない）`);
    return cell;
  });
  const cellOf = ({ kind, column }: SheetColumn) =>
    cells[
      columns.findIndex(
        ({ sheet }) =>
          sheet?.kind === kind && (sheet.kind !== 'field' || sheet.key === column?.key),
      )
    ];
  return { where: row.where, cells: layoutOf(name).map(cellOf) };
}
