/**
 * The whole plan as an Excel workbook, a sheet a noun. A very hidden sheet holds the cells as they
 * were written, so that `npm run import` can tell what a person changed.
 */
import { colToLetter, rangeRef, writeXlsx } from 'hucre/xlsx';
import type { CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { nounNames, nounTable, type NounName } from './nouns.ts';
import { layoutOf, type CellsByKey, type SheetColumn, type TableCells } from './sheet-layout.ts';
import guide from './workbook-guide.json' with { type: 'json' };

export const GUIDE_SHEET = guide.sheet;
export const EXPORTED_SHEET = '書き出したとき';
/** The key of the line of the hidden sheet that holds the headers of a table; no row has it. */
export const EXPORTED_HEADERS = '見出し/';
/** Headers of a sheet with one row of the content: a field a line. */
export const RECORD_HEADERS = ['項目', '内容', '説明'] as const;

/** Characters of a cell of the hidden sheet; Excel holds at most 32,767. */
const CHUNK = /.{1,30000}/gsu;
/** Rows for which a list to choose from is offered, new ones included. */
const SUGGESTED_ROWS = 2000;

const fill = (rgb: string): CellStyle => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
});
const STYLE: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const GREY: CellStyle = { ...STYLE, ...fill('EDEDED'), font: { color: { rgb: '595959' } } };
const HEADER: CellStyle = { ...STYLE, ...fill('DCE6F2'), font: { bold: true } };

/**
 * The same content gives the same bytes. `title`: the plan's; `year`: its fiscal year. `isExport`:
 * whether the workbook remembers its cells as those of the content.
 */
export function workbookOf(
  tables: TableCells,
  title: string,
  year: number,
  isExport = true,
): Promise<Uint8Array> {
  const date = new Date(Date.UTC(year, 3, 1));
  return writeXlsx({
    sheets: [
      guideSheet(title),
      ...nounNames.map((name) => sheetOf(name, tables.get(name) ?? new Map())),
      ...(isExport ? [exportedSheet(tables)] : []),
    ],
    properties: { title, created: date, modified: date },
  });
}

function guideSheet(title: string): WriteSheet {
  const lines = [title, ...guide.lines];
  const columns = nounNames.flatMap((name) =>
    layoutOf(name).map(({ header, meaning }) => [nounTable(name).sheet, header, meaning]),
  );
  return {
    name: GUIDE_SHEET,
    columns: [14, 30, 80].map((width) => ({ width, style: STYLE })),
    rows: [...lines.map((line) => [line, '', '']), ['シート', '列', '意味'], ...columns],
    cells: new Map([['0,0', { style: { font: { bold: true, size: 14 } } }]]),
    merges: lines.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: 2 })),
  };
}

function sheetOf(name: NounName, rows: CellsByKey): WriteSheet {
  const layout = layoutOf(name);
  const { sheet, kept } = nounTable(name);
  const [first = []] = rows.values();
  const isRecord = kept.as === 'record';
  const headers = isRecord ? [...RECORD_HEADERS] : layout.map(({ header }) => header);
  const lines = isRecord
    ? layout.map(({ header, meaning }, index) => [header, first[index] ?? '', meaning])
    : [...rows.values()].map((cells) => cells.map((cell = '') => cell));
  return {
    name: sheet,
    freezePane: { rows: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    columns: isRecord
      ? [28, 60, 60].map((width, index) => ({ width, style: index === 2 ? GREY : STYLE }))
      : layout.map((part) => ({ width: widthOf(part), style: isGrey(part) ? GREY : STYLE })),
    rows: [headers, ...lines],
    cells: new Map(
      headers.map((value, column) => [`0,${String(column)}`, { value, style: HEADER }]),
    ),
    dataValidations: isRecord ? [] : layout.flatMap(suggestions),
  };
}

const isGrey = ({ kind }: SheetColumn) => ['id', 'ownerId', 'key'].includes(kind);

function widthOf({ kind, column }: SheetColumn): number {
  if (!column) return kind === 'body' ? 70 : kind === 'place' ? 6 : 24;
  if (column.form === 'number') return 8;
  return /text|shown|source|reason|meaning/u.test(column.key) ? 50 : 26;
}

/** A list to choose from, beside which anything else may be written. */
function suggestions({ column, refers }: SheetColumn, index: number): DataValidation[] {
  const names = refers && refers !== 'any' ? { formula1: namesRange(refers) } : undefined;
  const list = column?.choices ? { values: [...column.choices.values()] } : names;
  const range = rangeRef(1, index, SUGGESTED_ROWS - 1, index);
  const option = { type: 'list' as const, range, allowBlank: true, showErrorMessage: false };
  return list ? [{ ...option, ...list }] : [];
}

/** The cells that name the rows of a table. */
function namesRange(name: NounName): string {
  const keys = layoutOf(name).map(({ column }) => column?.key ?? '');
  const letter = colToLetter(keys.findIndex((key) => key === 'title' || key === 'name'));
  return `'${nounTable(name).sheet}'!$${letter}$2:$${letter}$${String(SUGGESTED_ROWS)}`;
}

/** A line with the headers of each table, then a line for each of its rows: its key, its cells. */
function exportedSheet(tables: TableCells): WriteSheet {
  const rows = [...tables].flatMap(([name, all]) =>
    [[EXPORTED_HEADERS, layoutOf(name).map(({ header }) => header)] as const, ...all].map(
      ([key, values]) => [name, key, ...(JSON.stringify(values).match(CHUNK) ?? [])],
    ),
  );
  return { name: EXPORTED_SHEET, rows, veryHidden: true };
}
