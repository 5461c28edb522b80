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

/** A table of the data page, with its columns, or a sheet. */
interface Form {
  name: NounName;
  published?: TableName;
  columns: readonly Pick<CsvColumn, 'header' | 'optional' | 'sheet'>[];
}

const forms = (): Form[] => [
  ...tables.map((name) => ({ name, published: name, columns: allColumns(name) })),
  ...nounNames
    .filter((name) => nounTable(name).kept.as !== 'record')
    .map((name) => ({
      name,
      columns: layoutOf(name).map(({ header }) => ({ header, optional: false })),
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
  const rows = parseCsv(text).map((line) =>
    line.map((cell) => unescapeFormula(String(cell ?? ''))),
  );
  const { name, published, columns } = formOf(rows[0] ?? []);
  const needed = columns.filter(({ optional, sheet }) => !published || (sheet && !optional));
  const headersOf = (all: typeof columns) => all.map(({ header }) => header);
  const read = rowsOfSheet(
    `${file} `,
    { name: file, rows },
    headersOf(columns),
    faults,
    headersOf(needed),
  );
  const written = published && plan ? tableOf(published, plan) : [];
  const inTable = published ? read.map((row) => inLayout(row, published, written, faults)) : read;
  faults.refuse();
  return { name, rows: inTable };
}

/** The form with most of the headers; of several the one that lacks fewest. */
function formOf(headers: readonly string[]): Form {
  const plain = new Set(headers.map(plainName));
  const score = ({ columns }: Form) =>
    columns.filter(({ header }) => plain.has(plainName(header))).length - columns.length / 1000;
  return forms().reduce((best, form) => (score(form) > score(best) ? form : best));
}

/** Whether a published column holds what that column of the sheet holds. */
const isSame = ({ sheet }: CsvColumn, { kind, column }: SheetColumn): boolean =>
  sheet?.kind === kind && (sheet.kind !== 'field' || column?.key === sheet.key);

/** A row of a table of the data page as one of the sheet, with the cells that are not as `written`. */
function inLayout(
  row: GivenRow,
  name: TableName,
  written: ReturnType<typeof tableOf>,
  faults: CellFaults,
): GivenRow {
  const columns = allColumns(name);
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
  const cellOf = (part: SheetColumn) => cells[columns.findIndex((column) => isSame(column, part))];
  return { where: row.where, cells: layoutOf(name).map(cellOf) };
}
