/**
 * The whole plan as an Excel workbook, a sheet a noun. A very hidden sheet holds the cells as they
 * were written, so that `npm run import` can tell what a person changed.
 */
import { writeXlsx, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { nounNames, nouns, nounTable, type NounName } from './nouns.ts';
import type { Reference } from './columns.ts';
import { ownerOf, type NounRow, type NounRows } from './noun-rows.ts';
import { cellsOfRow, layoutOf, RowNames, type SheetColumn } from './sheet-layout.ts';
import { GUIDE, GUIDE_SHEET } from './workbook-guide.ts';

export const EXPORTED_SHEET = '書き出したとき';
/** The key of the line of the hidden sheet that holds the headers of a table; no row has it. */
export const EXPORTED_HEADERS = '見出し/';
/** Headers of a sheet with one row of the content: a field a line. */
export const RECORD_HEADERS = ['項目', '内容', '説明'] as const;

/** Characters of a cell of the hidden sheet; Excel holds at most 32,767. */
const CHUNK = 30_000;
/** Rows for which a list to choose from is offered, new ones included. */
const SUGGESTED_ROWS = 2000;

const TOP = { vertical: 'top', wrapText: true } as const;
const STYLE: CellStyle = { numFmt: '@', alignment: TOP };
const GREY: CellStyle = { ...STYLE, fill: fill('EDEDED'), font: { color: { rgb: '595959' } } };
const HEADER: CellStyle = { ...STYLE, font: { bold: true }, fill: fill('DCE6F2') };

function fill(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}

/** A row as it is exported: its key and its cells, in the order of the layout. */
export interface ExportedRow {
  key: string;
  cells: string[];
}

/** The rows of every table as cells. */
export function exportedRows(
  rows: NounRows,
  names = new RowNames(rows),
): Map<NounName, ExportedRow[]> {
  const ordered = inPrintedOrder(rows);
  return new Map(
    nounNames.map((name) => {
      const places = new Map<string, number>();
      const exported = (ordered.get(name) ?? []).map((row) => {
        const group = nounTable(name).owner ? ownerOf(row.key) : '';
        const place = (places.get(group) ?? 0) + 1;
        places.set(group, place);
        return { key: row.key, cells: cellsOfRow(name, row, place, names) };
      });
      return [name, exported];
    }),
  );
}

/** A copy with the rows of files and of items in the order of the print. */
function inPrintedOrder(rows: NounRows): NounRows {
  const ordered: NounRows = new Map(rows);
  const place = ({ data }: NounRow) => Number(data.order ?? data.number ?? 0);
  const groupOf = (name: NounName, { key, data }: NounRow): number => {
    const { owner } = nounTable(name);
    const group = owner?.table ?? 'goals';
    const wanted = owner ? ownerOf(key) : data.goal;
    return (ordered.get(group) ?? []).findIndex((other) => other.key === wanted);
  };
  for (const name of PRINTED) {
    const all = rows.get(name) ?? [];
    const groups = new Map(all.map((row) => [row, groupOf(name, row)]));
    const group = (row: NounRow) => groups.get(row) ?? 0;
    ordered.set(
      name,
      all.toSorted((a, b) => group(a) - group(b) || place(a) - place(b)),
    );
  }
  return ordered;
}
/** Each after what its rows belong to. */
const PRINTED = nounNames
  .filter((name) => nounTable(name).kept.as === 'files' || nounTable(name).owner)
  .toSorted((a, b) => Number('owner' in nouns[a]) - Number('owner' in nouns[b]));

/** The same content gives the same bytes. `title`: the plan's; `year`: its fiscal year. */
export const workbookOf = (rows: NounRows, title: string, year: number): Promise<Uint8Array> =>
  workbookOfCells(exportedRows(rows), title, year);

/** `isExport`: whether the workbook remembers its cells as those of the content. */
export function workbookOfCells(
  tables: ReadonlyMap<NounName, readonly ExportedRow[]>,
  title: string,
  year: number,
  isExport = true,
): Promise<Uint8Array> {
  const date = new Date(Date.UTC(year, 3, 1));
  return writeXlsx({
    sheets: [
      guideSheet(title),
      ...nounNames.map((name) => sheetOf(name, tables.get(name) ?? [])),
      ...(isExport ? [exportedSheet(tables)] : []),
    ],
    properties: { title, created: date, modified: date },
  });
}

function guideSheet(title: string): WriteSheet {
  const columns = nounNames.flatMap((name) =>
    layoutOf(name).map(({ header, meaning }) => [nounTable(name).sheet, header, meaning]),
  );
  return {
    name: GUIDE_SHEET,
    columns: [14, 30, 80].map((width) => ({ width, style: STYLE })),
    rows: [
      [title, '', ''],
      ...GUIDE.map((line) => [line, '', '']),
      ['シート', '列', '意味'],
      ...columns,
    ],
    cells: new Map([['0,0', { style: { font: { bold: true, size: 14 } } }]]),
    merges: [title, ...GUIDE].map((_, row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: 2,
    })),
  };
}

const isRecord = (name: NounName) => nounTable(name).kept.as === 'record';

function sheetOf(name: NounName, rows: readonly ExportedRow[]): WriteSheet {
  const layout = layoutOf(name);
  const page = {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
  } as const;
  const { sheet } = nounTable(name);
  const frame = {
    name: sheet,
    freezePane: { rows: 1 },
    pageSetup: { ...page, printTitlesRow: '$1:$1' },
  };
  if (isRecord(name))
    return {
      ...frame,
      columns: [28, 60, 60].map((width, index) => ({ width, style: index === 2 ? GREY : STYLE })),
      rows: [
        [...RECORD_HEADERS],
        ...layout.map(({ header, meaning }, index) => [
          header,
          rows[0]?.cells[index] ?? '',
          meaning,
        ]),
      ],
      cells: headerCells(RECORD_HEADERS),
    };
  const headers = layout.map(({ header }) => header);
  return {
    ...frame,
    columns: layout.map((part) => ({ width: widthOf(part), style: isGrey(part) ? GREY : STYLE })),
    rows: [headers, ...rows.map(({ cells }) => cells)],
    cells: headerCells(headers),
    dataValidations: layout.flatMap((part, index) => suggestions(part, index)),
  };
}

const headerCells = (headers: readonly string[]) =>
  new Map(headers.map((value, column) => [`0,${String(column)}`, { value, style: HEADER }]));

const isGrey = ({ kind }: SheetColumn) => ['id', 'ownerId', 'key'].includes(kind);

function widthOf(part: SheetColumn): number {
  if (part.kind === 'body') return 70;
  if (part.kind === 'place') return 6;
  if (part.kind !== 'field') return 24;
  if (part.column.form === 'number') return 8;
  return /text|shown|source|reason|meaning/u.test(part.column.key) ? 50 : 26;
}

/** A list to choose from, beside which anything else may be written. */
function suggestions(part: SheetColumn, index: number): DataValidation[] {
  const letter = columnLetter(index);
  const base = {
    type: 'list' as const,
    range: `${letter}2:${letter}${String(SUGGESTED_ROWS)}`,
    allowBlank: true,
    showErrorMessage: false,
  };
  if (part.kind === 'field' && part.column.choices)
    return [{ ...base, values: [...part.column.choices.values()] }];
  const target =
    part.kind === 'owner'
      ? ownerTable(part.header)
      : part.kind === 'field'
        ? part.column.refers
        : undefined;
  const source = target && NAMED_BY[target];
  if (!source) return [];
  const column = layoutOf(source.table).findIndex(
    (other) => other.kind === 'field' && other.column.key === source.field,
  );
  const at = columnLetter(column);
  const { sheet } = nounTable(source.table);
  return [{ ...base, formula1: `'${sheet}'!$${at}$2:$${at}$${String(SUGGESTED_ROWS)}` }];
}

const NAMED_BY: Partial<Record<Reference, { table: NounName; field: string }>> = {
  goals: { table: 'goals', field: 'title' },
  sections: { table: 'sections', field: 'name' },
  programmes: { table: 'programmes', field: 'title' },
};
const ownerTable = (header: string) =>
  nounNames.map((name) => nounTable(name).owner).find((owner) => owner?.header === header)?.table;

/** `A` for 0, `AA` for 26. */
export const columnLetter = (index: number): string =>
  (index > 25 ? columnLetter(Math.floor(index / 26) - 1) : '') +
  String.fromCharCode(65 + (index % 26));

/** A line with the headers of each table, then a line for each of its rows: its key, its cells. */
function exportedSheet(exported: ReadonlyMap<NounName, readonly ExportedRow[]>): WriteSheet {
  const line = (name: NounName, key: string, values: readonly string[]) => [
    name,
    key,
    ...(JSON.stringify(values).match(new RegExp(`.{1,${String(CHUNK)}}`, 'gsu')) ?? []),
  ];
  const rows = [...exported].flatMap(([name, all]) => [
    line(
      name,
      EXPORTED_HEADERS,
      layoutOf(name).map(({ header }) => header),
    ),
    ...all.map(({ key, cells }) => line(name, key, cells)),
  ]);
  return { name: EXPORTED_SHEET, rows, veryHidden: true };
}
