/**
 * Reads a workbook of the form that the project writes. Nothing is guessed: what is not of that form
 * is a fault with its sheet and cell.
 */
import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import {
  columnLetter,
  EXPORTED_HEADERS,
  EXPORTED_SHEET,
  RECORD_HEADERS,
} from '#tables/workbook.ts';
import { layoutOf, plainName } from '#tables/sheet-layout.ts';
import { GUIDE_SHEET } from '#tables/workbook-guide.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { Refusal } from '#model/problem.ts';
import {
  cellName,
  CellFaults,
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  MAX_ROWS,
  type ExportedTables,
  type Given,
  type GivenRow,
} from './given-tables.ts';
import { unpacksWithin } from './unpacked-size.ts';

const MAX_UNPACKED = 60_000_000;

const NOT_OURS =
  'Excel のブック（.xlsx）として読めません。パスワードを外し、Excel で「.xlsx」の形式で保存し直してください。';

/** Throws a {@link Refusal} with every fault of the form. */
export async function readWorkbook(bytes: Buffer, file: string): Promise<Given> {
  if (!unpacksWithin(bytes, MAX_UNPACKED))
    throw new Refusal(`${file} は、${NOT_OURS}（大きすぎるか、壊れています）`);
  const { sheets } = await readXlsx(bytes, { readStyles: true }).catch((): never => {
    throw new Refusal(`${file} は、${NOT_OURS}`);
  });
  const faults = new CellFaults();
  const byName = new Map<string, Sheet>();
  for (const sheet of sheets) {
    if (byName.has(plainName(sheet.name)))
      faults.add(`シート「${sheet.name}」`, sheet.name, '同じ名前のシートは一つだけ');
    byName.set(plainName(sheet.name), sheet);
  }
  const expected = [GUIDE_SHEET, ...nounNames.map((name) => nounTable(name).sheet)];
  for (const sheet of sheets)
    if (![...expected, EXPORTED_SHEET].some((name) => plainName(name) === plainName(sheet.name)))
      faults.add(`シート「${sheet.name}」`, sheet.name, `次のシートだけ: ${expected.join('、')}`);
  const tables: Given['tables'] = new Map();
  for (const name of nounNames) {
    const { sheet: wanted } = nounTable(name);
    const sheet = byName.get(plainName(wanted));
    if (sheet) tables.set(name, rowsOfSheet(name, sheet, faults));
    else faults.add(file, undefined, `シート「${wanted}」（今あるシート: ${sheetNames(sheets)}）`);
  }
  faults.refuse();
  const exported = byName.get(plainName(EXPORTED_SHEET));
  return { tables, ...(exported && { exported: exportedTables(exported) }) };
}

const sheetNames = (sheets: readonly Sheet[]) => sheets.map(({ name }) => name).join('、');

function rowsOfSheet(name: NounName, sheet: Sheet, faults: CellFaults): GivenRow[] {
  const { sheet: label, kept } = nounTable(name);
  const layout = layoutOf(name);
  const isRecord = kept.as === 'record';
  const headers: readonly string[] = isRecord ? RECORD_HEADERS : layout.map(({ header }) => header);
  const before = faults.count;
  checkFrame(label, sheet, faults);
  if (faults.count > before) return [];
  const found = (sheet.rows[0] ?? []).map((value) => textOfValue(value) ?? '');
  const columns = columnsFound(label, found, headers, faults);
  if (faults.count > before) return [];
  const merged = mergedValues(sheet);
  const cellAt = (row: number, column: number) => {
    const where = cellName(name, columnLetter(column), row + 1);
    const text = textAt(sheet, merged, row, column, where, faults);
    if (text.length > MAX_CELL_CHARACTERS)
      faults.add(
        where,
        `${String(text.length)}字`,
        `${MAX_CELL_CHARACTERS.toLocaleString('ja-JP')}字まで`,
      );
    return text;
  };
  const rows: GivenRow[] = [];
  for (let row = 1; row < sheet.rows.length; row += 1) {
    const cells = columns.map((column) => cellAt(row, column));
    checkBeside(name, sheet, row, columns, faults);
    if (cells.every((text) => text.trim() === '')) continue;
    rows.push({
      cells,
      whereIs: (index) =>
        index === undefined
          ? `「${label}」の${String(row + 1)}行目`
          : cellName(name, columnLetter(columns[index] ?? 0), row + 1),
    });
  }
  return isRecord ? [recordRow(name, rows, faults)] : rows;
}

/** Reports a sheet that is hidden or too large, and its hidden rows and columns. */
function checkFrame(label: string, sheet: Sheet, faults: CellFaults): void {
  const where = `シート「${label}」`;
  if (sheet.hidden === true || sheet.veryHidden === true)
    faults.add(where, '隠れたシート', '隠さないシート（再表示してから保存する）');
  const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (sheet.rows.length > MAX_ROWS || columns > MAX_COLUMNS) {
    const limit = `${MAX_ROWS.toLocaleString('ja-JP')}行、${String(MAX_COLUMNS)}列まで`;
    faults.add(where, `${String(sheet.rows.length)}行、${String(columns)}列`, limit);
    return;
  }
  for (const [row, { hidden }] of sheet.rowDefs ?? [])
    if (hidden === true && sheet.rows[row]?.some((value) => value !== null && value !== ''))
      faults.add(
        `「${label}」の${String(row + 1)}行目`,
        '隠れた行',
        '隠さない行（絞り込みを解くか再表示してから保存する。要らない行は削除する）',
      );
  for (const [column, { hidden }] of (sheet.columns ?? []).entries())
    if (hidden === true)
      faults.add(`「${label}」の${columnLetter(column)}列`, '隠れた列', '隠さない列（再表示する）');
}

/** The column of each header; reports headers that are missing, unknown or repeated. */
function columnsFound(
  label: string,
  found: readonly string[],
  headers: readonly string[],
  faults: CellFaults,
): number[] {
  const plain = found.map(plainName);
  const where = (column: number) => `「${label}」の${columnLetter(column)}1`;
  const wanted = headers.map(plainName);
  if (!plain.some((header) => wanted.includes(header))) {
    faults.add(`「${label}」の1行目`, found.join('、'), `見出しの行: ${headers.join('、')}`);
    return [];
  }
  for (const [column, header] of plain.entries()) {
    if (header === '') continue;
    if (!wanted.includes(header))
      faults.add(where(column), found[column], `次の見出しだけ: ${headers.join('、')}`);
    else if (plain.indexOf(header) < column)
      faults.add(where(column), found[column], '同じ見出しは一度だけ');
  }
  return wanted.map((header, index) => {
    const column = plain.indexOf(header);
    if (column < 0)
      faults.add(
        `「${label}」の1行目`,
        found.filter((text) => text !== '').join('、'),
        `見出し「${headers[index] ?? ''}」（ほかの見出しの名前も変えない）`,
      );
    return column;
  });
}

/** Reports words beside the columns that have a header. */
function checkBeside(
  name: NounName,
  sheet: Sheet,
  row: number,
  columns: readonly number[],
  faults: CellFaults,
): void {
  for (const [column, value] of (sheet.rows[row] ?? []).entries())
    if (value !== null && value !== '' && !columns.includes(column))
      faults.add(
        cellName(name, columnLetter(column), row + 1),
        textOfValue(value),
        '空の欄（見出しのない列には何も書かない）',
      );
}

/** The value of a merged range, for each of its cells: `row,column` → the first cell. */
function mergedValues(sheet: Sheet): ReadonlyMap<string, [number, number]> {
  const cells = new Map<string, [number, number]>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? [])
    for (let row = startRow; row <= Math.min(endRow, sheet.rows.length - 1); row += 1)
      for (let column = startCol; column <= Math.min(endCol, MAX_COLUMNS); column += 1)
        cells.set(`${String(row)},${String(column)}`, [startRow, startCol]);
  return cells;
}

function textAt(
  sheet: Sheet,
  merged: ReadonlyMap<string, [number, number]>,
  givenRow: number,
  givenColumn: number,
  where: string,
  faults: CellFaults,
): string {
  const place = `${String(givenRow)},${String(givenColumn)}`;
  const [row, column] = merged.get(place) ?? [givenRow, givenColumn];
  const value = sheet.rows[row]?.[column] ?? null;
  const cell = sheet.cells?.get(`${String(row)},${String(column)}`);
  const expected = faultOf(value, cell);
  if (expected !== undefined) {
    const found = cell?.formula ? `=${cell.formula}` : textOfValue(value);
    faults.add(where, found ?? cell?.type, expected);
  }
  return textOfValue(value) ?? '';
}

const AS_TEXT = '文字で書く（セルの書式を「文字列」にして、見えているとおりに打つ）';

/** What is expected in place of a value whose shown form is not its own; undefined for the others. */
function faultOf(value: CellValue, cell: Cell | undefined): string | undefined {
  if (cell?.type === 'error') return '計算の誤りではない内容';
  if (cell?.formula !== undefined && value === null) return '計算式ではなく、その結果の文字';
  if (value instanceof Date) return `日付ではなく、${AS_TEXT}`;
  if (typeof value === 'boolean') return AS_TEXT;
  const format = cell?.style?.numFmt ?? 'General';
  if (typeof value === 'number' && !/^(?:General|@|0+(?:\.0+)?)$/iu.test(format)) return AS_TEXT;
  return undefined;
}

const textOfValue = (value: CellValue | undefined): string | undefined =>
  value === null || value === undefined
    ? undefined
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : String(value).replaceAll(/\r\n?/gu, '\n');

/** A sheet with a field a line, as one row. */
function recordRow(name: NounName, lines: readonly GivenRow[], faults: CellFaults): GivenRow {
  const layout = layoutOf(name);
  const headers = layout.map(({ header }) => plainName(header));
  const lineOf = new Map<number, GivenRow>();
  for (const line of lines) {
    const index = headers.indexOf(plainName(line.cells[0] ?? ''));
    if (index < 0)
      faults.add(
        line.whereIs(0),
        line.cells[0],
        `次の項目だけ: ${layout.map(({ header }) => header).join('、')}`,
      );
    else if (lineOf.has(index)) faults.add(line.whereIs(0), line.cells[0], '同じ項目は一度だけ');
    else lineOf.set(index, line);
  }
  return {
    cells: layout.map((_, index) => lineOf.get(index)?.cells[1] ?? ''),
    whereIs: (index) => lineOf.get(index ?? 0)?.whereIs(1) ?? `シート「${nounTable(name).sheet}」`,
  };
}

/** The cells of the hidden sheet, in the order of today's layout. */
function exportedTables(sheet: Sheet): ExportedTables {
  const tables = new Map<NounName, Map<string, (string | undefined)[]>>();
  const columns = new Map<string, number[]>();
  for (const [name, givenKey, ...chunks] of sheet.rows) {
    const table = nounNames.find((noun) => noun === name);
    const key = String(givenKey ?? '');
    const cells = stringsIn(chunks.map((chunk) => chunk ?? '').join(''));
    if (table === undefined || cells === undefined)
      throw new Refusal(
        `シート「${EXPORTED_SHEET}」が壊れています。データのページの plan.xlsx から始めてください。`,
      );
    if (key === EXPORTED_HEADERS) {
      tables.set(table, new Map());
      columns.set(
        table,
        layoutOf(table).map(({ header }) => cells.indexOf(header)),
      );
    } else
      tables.get(table)?.set(
        key,
        (columns.get(table) ?? []).map((column) => cells[column]),
      );
  }
  return tables;
}

function stringsIn(json: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.map(String) : undefined;
  } catch {
    return undefined;
  }
}
