/**
 * Reads a workbook of the form that the project writes. Nothing is guessed: what is not of that form
 * is a fault with its sheet and cell.
 */
import { readXlsx, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { Refusal } from '#model/problem.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, plainName } from '#tables/sheet-layout.ts';
import type { TableCells } from '#tables/table-cells.ts';
import {
  columnLetter,
  EXPORTED_HEADERS,
  EXPORTED_SHEET,
  GUIDE_SHEET,
  RECORD_HEADERS,
} from '#tables/workbook.ts';
import { CellFaults, isTooLarge, rowsOfGrid, type Given, type Grid } from './given-tables.ts';
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
  const byName = Map.groupBy(sheets, ({ name }) => plainName(name));
  const expected = [GUIDE_SHEET, ...nounNames.map((name) => nounTable(name).sheet)];
  for (const { name } of sheets) {
    const place = { where: `シート「${name}」`, text: name };
    if (![...expected, EXPORTED_SHEET].some((other) => plainName(other) === plainName(name)))
      faults.add(place, `次のシートだけ: ${expected.join('、')}`);
    else if (byName.get(plainName(name))?.length !== 1)
      faults.add(place, '同じ名前のシートは一つだけ');
  }
  const tables: Given['tables'] = new Map();
  for (const name of nounNames) {
    const wanted = nounTable(name).sheet;
    const [sheet] = byName.get(plainName(wanted)) ?? [];
    const there = sheets.map((other) => other.name).join('、');
    if (sheet) tables.set(name, rowsOfSheet(name, sheet, faults));
    else faults.add({ where: file }, `シート「${wanted}」（今あるシート: ${there}）`);
  }
  faults.refuse();
  const [exported] = byName.get(plainName(EXPORTED_SHEET)) ?? [];
  return { tables, ...(exported && { exported: exportedTables(exported) }) };
}

function rowsOfSheet(name: NounName, sheet: Sheet, faults: CellFaults) {
  const before = faults.count;
  checkHidden(nounTable(name).sheet, sheet, faults);
  const grid = gridOf(nounTable(name).sheet, sheet, faults);
  if (isTooLarge(grid, faults) || faults.count > before) return [];
  const headers = layoutOf(name).map(({ header }) => header);
  if (nounTable(name).kept.as !== 'record') return rowsOfGrid(grid, headers, faults);
  rowsOfGrid(grid, RECORD_HEADERS, faults);
  return faults.count > before ? [] : rowsOfGrid(turned(grid), headers, faults);
}

/** A sheet with a field a line, as one with a field a column. */
const turned = ({ where, lines, cellAt }: Grid): Grid => ({
  where,
  lines: [0, 1].map((column) => lines.slice(1).map((line) => line[column])),
  cellAt: (line, column) => cellAt(column + 1, line),
  whereIs: () => where,
});

function checkHidden(label: string, sheet: Sheet, faults: CellFaults): void {
  const hidden: [string, string][] = [];
  if (sheet.hidden === true || sheet.veryHidden === true)
    hidden.push(['シート', `シート「${label}」`]);
  for (const [row, { hidden: isHidden }] of sheet.rowDefs ?? [])
    if (isHidden === true && sheet.rows[row]?.some((value) => value !== null && value !== ''))
      hidden.push(['行', `「${label}」の${String(row + 1)}行目`]);
  for (const [column, { hidden: isHidden }] of (sheet.columns ?? []).entries())
    if (isHidden === true) hidden.push(['列', `「${label}」の${columnLetter(column)}列`]);
  const how = '絞り込みを解くか再表示してから保存する。要らないものは削除する';
  for (const [what, where] of hidden)
    faults.add({ where }, `隠さない${what}（${how}）`, `隠れた${what}`);
}

/** The value of a merged range holds for each of its cells. */
function gridOf(label: string, { rows, cells, merges = [] }: Sheet, faults: CellFaults): Grid {
  const cellAt = (row: number, column: number) => {
    const where = `「${label}」の${columnLetter(column)}${String(row + 1)}`;
    const range = merges.find(({ startRow, startCol, endRow, endCol }) => {
      return startRow <= row && row <= endRow && startCol <= column && column <= endCol;
    });
    const [firstRow, firstColumn] = range ? [range.startRow, range.startCol] : [row, column];
    const value = rows[firstRow]?.[firstColumn] ?? null;
    const cell = cells?.get(`${String(firstRow)},${String(firstColumn)}`);
    const expected = faultOf(value, cell);
    const text = textOfValue(value);
    if (expected !== undefined)
      faults.add({ where }, expected, cell?.formula ? `=${cell.formula}` : text || cell?.type);
    return { where, text };
  };
  const whereIs = (row: number) => `「${label}」の${String(row + 1)}行目`;
  return { where: `シート「${label}」`, lines: rows, cellAt, whereIs };
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

const textOfValue = (value: CellValue): string =>
  value instanceof Date
    ? value.toISOString().slice(0, 10)
    : String(value ?? '').replaceAll(/\r\n?/gu, '\n');

/** The cells of the hidden sheet, in the order of today's layout. */
function exportedTables({ rows }: Sheet): TableCells {
  const tables = new Map<NounName, Map<string, (string | undefined)[]>>();
  try {
    let columns: number[] = [];
    for (const [name, key, ...chunks] of rows) {
      const table = nounNames.find((noun) => noun === name);
      const cells = JSON.parse(chunks.join('')) as string[];
      if (table === undefined) throw new Error('no such table');
      if (key === EXPORTED_HEADERS) {
        columns = layoutOf(table).map(({ header }) => cells.indexOf(header));
        tables.set(table, new Map());
      } else
        tables.get(table)?.set(
          String(key ?? ''),
          columns.map((column) => cells[column]),
        );
    }
  } catch {
    throw new Refusal(
      `シート「${EXPORTED_SHEET}」が壊れています。データのページの plan.xlsx から始めてください。`,
    );
  }
  return tables;
}
