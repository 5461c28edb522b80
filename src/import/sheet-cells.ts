/** The cells of a sheet as a person sees them; what is hidden or shown otherwise is a fault. */
import { colToLetter, type Cell, type CellValue, type Sheet } from 'hucre/xlsx';
import type { CellFaults, GivenCell } from './given-tables.ts';

/**
 * Line by line. The value of a merged range holds for each of its cells. Throws a Refusal for a
 * sheet that is too large. `label`: 「取組」, or a file.
 */
export function cellsOfSheet(label: string, sheet: Sheet, faults: CellFaults): GivenCell[][] {
  const { rows, cells, merges = [] } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > 20_000 || width > 200 || merges.length > 1000) {
    const [height = '', columns = '', merged = ''] = [rows, { length: width }, merges].map(
      ({ length }) => String(length),
    );
    const text = `${height}行、${columns}列、結合${merged}か所`;
    faults.add({ where: label, text }, '20,000行、200列、結合1,000か所まで');
    faults.refuse();
  }
  checkShown(label, sheet, faults);
  const lines = rows.map((line, row) =>
    line.map((value, column): GivenCell => {
      const where = `${label}の${colToLetter(column)}${String(row + 1)}`;
      const cell = cells?.get(`${String(row)},${String(column)}`);
      const shown = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
      const text = shown.replaceAll(/\r\n?/gu, '\n');
      const expected = expectedFor(value, cell);
      const found = cell?.formula ? `=${cell.formula}` : text || cell?.type;
      if (expected !== undefined) faults.add({ where }, expected, found);
      return { where, text };
    }),
  );
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const text = lines[startRow]?.[startCol]?.text ?? '';
    for (const line of lines.slice(startRow, endRow + 1))
      for (const cell of line.slice(startCol, endCol + 1)) cell.text = text;
  }
  return lines;
}

/** Reports the sheet, the rows and the columns that a person may not see. */
function checkShown(label: string, sheet: Sheet, faults: CellFaults): void {
  const check = (hidden: boolean | undefined, where: string, what: string) => {
    const expected = `隠さない${what}（絞り込みを解くか再表示してから保存する。要らないものは削除する）`;
    if (hidden) faults.add({ where, text: `隠れた${what}` }, expected);
  };
  check(sheet.hidden === true || sheet.veryHidden === true, label, 'シート');
  for (const [row, { hidden }] of sheet.rowDefs ?? []) {
    const isFilled = sheet.rows[row]?.some((value) => value !== null && value !== '');
    check(hidden && isFilled, `${label}の${String(row + 1)}行目`, '行');
  }
  for (const [column, { hidden }] of sheet.columns?.entries() ?? [])
    check(hidden, `${label}の${colToLetter(column)}列`, '列');
}

const AS_TEXT = '文字で書く（セルの書式を「文字列」にして、見えているとおりに打つ）';

/**
 * What is expected in place of a value whose shown form is not its own; undefined for the others.
 */
function expectedFor(value: CellValue, cell: Cell | undefined): string | undefined {
  if (cell?.type === 'error') return '計算の誤りではない内容';
  if (cell?.formula !== undefined && value === null) return '計算式ではなく、その結果の文字';
  if (value instanceof Date) return `日付ではなく、${AS_TEXT}`;
  const format = typeof value === 'number' ? (cell?.style?.numFmt ?? 'General') : '@';
  const isPlain = typeof value !== 'boolean' && /^(?:General|@|0+(?:\.0+)?)$/iu.test(format);
  return isPlain ? undefined : AS_TEXT;
}
