/** The rows of one sheet. Nothing is guessed: what is not of its form is a fault with its cell. */
import { colToLetter, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import { plainName } from '#tables/sheet-layout.ts';
import type { CellFaults, GivenCell, GivenRow } from './given-tables.ts';

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;
const MAX_MERGES = 1000;
const MAX_CELL_CHARACTERS = 20_000;
const inFull = (count: number) => count.toLocaleString('ja-JP');

/**
 * The rows below the headers, with their cells in the order of `headers`; a cell is undefined where
 * the sheet lacks its column, which is a fault for those of `needed`. `label`: 「取組」, or a file.
 */
export function rowsOfSheet(
  label: string,
  sheet: Sheet,
  headers: readonly string[],
  faults: CellFaults,
  needed = headers,
): GivenRow[] {
  const before = faults.count;
  checkFrame(label, sheet, faults);
  if (faults.count > before) return [];
  const cellAt = (row: number, column: number) => readCell(label, sheet, row, column, faults);
  const headerCells = (sheet.rows[0] ?? []).map((_, column) => cellAt(0, column));
  checkHeaders(`${label}の1行目`, headerCells, headers, needed, faults);
  if (faults.count > before) return [];
  const plain = headerCells.map(({ text }) => plainName(text));
  const columns = headers.map((header) => plain.indexOf(plainName(header)));
  return [...sheet.rows.entries()].slice(1).flatMap(([row, line]): GivenRow[] => {
    for (const [column, value] of line.entries())
      if (isFilled(value) && !columns.includes(column))
        faults.add(cellAt(row, column), '空の欄（見出しのない列には何も書かない）');
    const cells = columns.map((column) => (column < 0 ? undefined : cellAt(row, column)));
    if (cells.every((cell) => !cell?.text.trim())) return [];
    for (const cell of cells) if (cell) checkWords(cell, faults);
    return [{ where: `${label}の${String(row + 1)}行目`, cells }];
  });
}

const isFilled = (value: CellValue) => value !== null && value !== '';

/** Reports a sheet that is too large, and what of it a person may not see. */
function checkFrame(label: string, sheet: Sheet, faults: CellFaults): void {
  const { rows, rowDefs = [], columns = [], merges = [] } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > MAX_ROWS || width > MAX_COLUMNS)
    faults.add(
      { where: label, text: `${String(rows.length)}行、${String(width)}列` },
      `${inFull(MAX_ROWS)}行、${inFull(MAX_COLUMNS)}列まで`,
    );
  if (merges.length > MAX_MERGES)
    faults.add(
      { where: label, text: `結合 ${String(merges.length)}` },
      `結合は ${inFull(MAX_MERGES)} まで`,
    );
  const hidden: [string, string][] = [];
  if (sheet.hidden === true || sheet.veryHidden === true) hidden.push([label, 'シート']);
  for (const [row, { hidden: isHidden }] of rowDefs)
    if (isHidden === true && rows[row]?.some(isFilled))
      hidden.push([`${label}の${String(row + 1)}行目`, '行']);
  for (const [column, { hidden: isHidden }] of columns.entries())
    if (isHidden === true) hidden.push([`${label}の${colToLetter(column)}列`, '列']);
  const how = '絞り込みを解くか再表示してから保存する。要らないものは削除する';
  for (const [where, what] of hidden)
    faults.add({ where, text: `隠れた${what}` }, `隠さない${what}（${how}）`);
}

/**
 * Each header stands once, and all that are needed stand. `where`: the row that `headerCells` is
 * of.
 */
export function checkHeaders(
  where: string,
  headerCells: readonly GivenCell[],
  headers: readonly string[],
  needed: readonly string[],
  faults: CellFaults,
): void {
  const plain = headerCells.map(({ text }) => plainName(text));
  const plainHeaders = headers.map(plainName);
  const top = { where, text: headerCells.map(({ text }) => text).join('、') };
  if (!plain.some((header) => plainHeaders.includes(header))) {
    faults.add(top, `見出しの行: ${headers.join('、')}`);
    return;
  }
  for (const [column, cell] of headerCells.entries()) {
    const header = plain[column] ?? '';
    if (header === '') continue;
    if (!plainHeaders.includes(header)) faults.add(cell, `次の見出しだけ: ${headers.join('、')}`);
    else if (plain.indexOf(header) < column) faults.add(cell, '同じ見出しは一度だけ');
  }
  for (const header of needed)
    if (!plain.includes(plainName(header)))
      faults.add(top, `見出し「${header}」（ほかの見出しの名前も変えない）`);
}

/** The value of a merged range holds for each of its cells. */
function readCell(
  label: string,
  { rows, cells, merges = [] }: Sheet,
  row: number,
  column: number,
  faults: CellFaults,
): GivenCell {
  const where = `${label}の${colToLetter(column)}${String(row + 1)}`;
  const range = merges.find(({ startRow, startCol, endRow, endCol }) => {
    return startRow <= row && row <= endRow && startCol <= column && column <= endCol;
  });
  const [top, left] = range ? [range.startRow, range.startCol] : [row, column];
  const value = rows[top]?.[left] ?? null;
  const cell = cells?.get(`${String(top)},${String(left)}`);
  const date = value instanceof Date ? value.toISOString().slice(0, 10) : undefined;
  const text = (date ?? String(value ?? '')).replaceAll(/\r\n?/gu, '\n');
  const expected = faultOf(value, cell);
  if (expected !== undefined)
    faults.add({ where }, expected, cell?.formula ? `=${cell.formula}` : text || cell?.type);
  return { where, text };
}

const AS_TEXT = '文字で書く（セルの書式を「文字列」にして、見えているとおりに打つ）';

/**
 * What is expected in place of a value whose shown form is not its own; undefined for the others.
 */
function faultOf(value: CellValue, cell: Cell | undefined): string | undefined {
  if (cell?.type === 'error') return '計算の誤りではない内容';
  if (cell?.formula !== undefined && value === null) return '計算式ではなく、その結果の文字';
  if (value instanceof Date) return `日付ではなく、${AS_TEXT}`;
  if (typeof value === 'boolean') return AS_TEXT;
  const format = cell?.style?.numFmt ?? 'General';
  const isPlain = typeof value !== 'number' || /^(?:General|@|0+(?:\.0+)?)$/iu.test(format);
  return isPlain ? undefined : AS_TEXT;
}

const SUM = /^(?:合計|小計|総計|計)$|^※/u;
/** What the example rows of an empty workbook begin with. */
export const EXAMPLE = '（例）';

/** Reports what is no word of a plan: a sum, a note, an example, a novel. */
function checkWords(cell: GivenCell, faults: CellFaults): void {
  const { text } = cell;
  if (SUM.test(plainName(text))) faults.add(cell, '計画の行だけ（合計や注は表に入れない）');
  if (text.startsWith(EXAMPLE)) faults.add(cell, '計画のことば（例の行は消すか、書きかえる）');
  if (text.length > MAX_CELL_CHARACTERS)
    faults.add(cell, `${inFull(MAX_CELL_CHARACTERS)}字まで`, `${String(text.length)}字`);
}
