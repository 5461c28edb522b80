/** Reads a workbook of the form that the project writes. */
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { Refusal } from '#model/problem.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, plainName, type TableCells } from '#tables/sheet-layout.ts';
import { EXPORTED_HEADERS, EXPORTED_SHEET, GUIDE_SHEET, RECORD_HEADERS } from '#tables/workbook.ts';
import { CellFaults, type GivenRow, type HandedIn } from './given-tables.ts';
import { cellsOfSheet } from './sheet-cells.ts';
import { rowsOfTable } from './table-rows.ts';
import { unpacksWithin } from './unpacked-size.ts';

const MAX_UNPACKED = 60_000_000;

/** Throws a {@link Refusal} with every fault of the form. */
export async function readWorkbook(bytes: Buffer, file: string): Promise<HandedIn> {
  const read = unpacksWithin(bytes, MAX_UNPACKED) && readXlsx(bytes, { readStyles: true });
  const book = await Promise.resolve(read).catch(() => false as const);
  if (!book)
    throw new Refusal(
      `${file} は、Excel のブック（.xlsx）として読めません（大きすぎるか、壊れているか、パスワードがあります）。パスワードを外し、Excel で「.xlsx」の形式で保存し直してください。`,
    );
  const { sheets } = book;
  const faults = new CellFaults();
  const byName = Map.groupBy(sheets, ({ name }) => plainName(name));
  const expected = [GUIDE_SHEET, ...nounNames.map((name) => nounTable(name).sheet)];
  for (const { name } of sheets)
    if (![...expected, EXPORTED_SHEET].map(plainName).includes(plainName(name)))
      faults.add(
        { where: `シート「${name}」`, text: name },
        `次のシートだけ: ${expected.join('、')}`,
      );
  const tables: HandedIn['tables'] = new Map();
  for (const name of nounNames) {
    const sheetName = nounTable(name).sheet;
    const [sheet, ...more] = byName.get(plainName(sheetName)) ?? [];
    const present = sheets.map((other) => other.name).join('、');
    if (!sheet) faults.add({ where: file }, `シート「${sheetName}」（今あるシート: ${present}）`);
    else tables.set(name, rowsOfNoun(name, sheet, faults));
    for (const { name: text } of more)
      faults.add({ where: `シート「${text}」`, text }, '同じ名前のシートは一つだけ');
  }
  faults.refuse();
  const [exported] = byName.get(plainName(EXPORTED_SHEET)) ?? [];
  return { tables, ...(exported && { exported: exportedTables(exported) }) };
}

function rowsOfNoun(name: NounName, sheet: Sheet, faults: CellFaults): GivenRow[] {
  const label = `「${nounTable(name).sheet}」`;
  const headers = layoutOf(name).map(({ header }) => header);
  const lines = cellsOfSheet(label, sheet, faults);
  if (nounTable(name).kept.as !== 'record') return rowsOfTable({ label, lines, headers }, faults);
  // A field a line: turned, it is a table with one row.
  const before = faults.count;
  const fields = rowsOfTable({ label, lines, headers: RECORD_HEADERS }, faults);
  if (faults.count > before) return [];
  const turned = [0, 1].map((column) => fields.flatMap(({ cells }) => cells[column] ?? []));
  const rows = rowsOfTable({ label, lines: turned, headers }, faults);
  return rows.map((row) => ({ ...row, where: label }));
}

/** The cells of the hidden sheet, in the order of today's layout. */
function exportedTables({ rows }: Sheet): TableCells {
  const tables = new Map<NounName, Map<string, (string | undefined)[]>>();
  let columns: number[] = [];
  try {
    for (const [text, key, ...chunks] of rows) {
      const name = text as NounName;
      const cells = JSON.parse(chunks.join('')) as string[];
      if (key === EXPORTED_HEADERS) {
        columns = layoutOf(name).map(({ header }) => cells.indexOf(header));
        tables.set(name, new Map());
      } else {
        const inOrder = columns.map((column) => cells[column]);
        tables.get(name)?.set(String(key ?? ''), inOrder);
      }
    }
  } catch {
    throw new Refusal(
      `シート「${EXPORTED_SHEET}」が壊れています。データのページの plan.xlsx から始めてください。`,
    );
  }
  return tables;
}
