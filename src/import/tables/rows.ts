/** The rows of known tables in sheets. */
import { allColumns, type TableName } from '#export/csv.ts';
import type { Unplaced } from '#import/draft.ts';
import type { Row, Sheet } from './sheets.ts';

/** A row by the keys of its columns, with what its cells were. */
export interface TableRow {
  table: TableName;
  file: string;
  place: string;
  cells: Record<string, string>;
}

/** The values of a cell that holds one a line. */
export const lines = (cell = ''): string[] => cell.split('\n').filter((line) => line !== '');

/** The column by which a table is known. The first one that fits is meant. */
const KNOWN_BY: readonly [TableName, readonly string[]][] = [
  ['activities', ['text']],
  ['pledges', ['section', 'paragraphs']],
  ['corrections', ['source', 'shown', 'reason']],
  ['programmes', ['title']],
];

/** Every row of the sheets, and the cells outside of known columns. */
export function rowsOfSheets(sheets: readonly Sheet[]): { rows: TableRow[]; unplaced: Unplaced[] } {
  const rows: TableRow[] = [];
  const unplaced: Unplaced[] = [];
  for (const sheet of sheets) {
    const { file, name } = sheet;
    const placeOf = ({ number }: Row) => `${name ? `${name} ` : ''}${String(number)}行目`;
    const refuse = (row: Row, words: string, column = '') => {
      if (words.trim() !== '') unplaced.push({ file, place: placeOf(row) + column, words });
    };
    let header: { table: TableName; keys: (string | undefined)[]; names: string[] } | undefined;
    for (const row of sheet.rows) {
      header ??= headerOf(row);
      if (!header) refuse(row, row.cells.filter(Boolean).join('、'));
      else if (header.names !== row.cells) {
        const cells: Record<string, string> = {};
        for (const [index, cell] of row.cells.entries()) {
          const key = header.keys[index];
          if (key === undefined) refuse(row, cell, `「${header.names[index] ?? ''}」の欄`);
          else cells[key] = valueOf(cell, header.table, key);
        }
        if (Object.values(cells).some((cell) => cell !== ''))
          rows.push({ table: header.table, file, place: placeOf(row), cells });
      }
    }
  }
  return { rows, unplaced };
}

/** Columns that hold one value a line. */
const LINES: readonly string[] =
  'otherOwners marks facts paragraphs images units noteKinds notes noteMonths'.split(' ');

/** A cell without the apostrophe that keeps it from being a formula; a cell of one value on one line. */
function valueOf(cell: string, table: TableName, key: string): string {
  const text = cell.replace(/^'/u, '').replaceAll('\r\n', '\n');
  if (table === 'corrections') return text;
  return (LINES.includes(key) ? text : text.replaceAll(/\s*\n\s*/gu, ' ')).trim();
}

function headerOf({ cells }: Row) {
  for (const [table, needed] of KNOWN_BY) {
    const columns = allColumns(table);
    const keys = cells.map((cell) => columns.find(({ header }) => header === cell.trim())?.key);
    if (needed.every((key) => keys.includes(key))) return { table, keys, names: cells };
  }
  return undefined;
}
