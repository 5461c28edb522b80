/** Reads a workbook of the form that the project writes. */
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { Refusal } from '#model/problem.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, plainName, type TableCells } from '#tables/sheet-layout.ts';
import { EXPORTED_HEADERS, EXPORTED_SHEET, GUIDE_SHEET, RECORD_HEADERS } from '#tables/workbook.ts';
import { CellFaults, type HandedIn, type GivenRow } from './given-tables.ts';
import { checkHeaders, rowsOfSheet } from './sheet-rows.ts';
import { unpacksWithin } from './unpacked-size.ts';

const MAX_UNPACKED = 60_000_000;

const NOT_OURS =
  'Excel のブック（.xlsx）として読めません。パスワードを外し、Excel で「.xlsx」の形式で保存し直してください。';

/** Throws a {@link Refusal} with every fault of the form. */
export async function readWorkbook(bytes: Buffer, file: string): Promise<HandedIn> {
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
  const tables: HandedIn['tables'] = new Map();
  for (const name of nounNames) {
    const sheetName = nounTable(name).sheet;
    const [sheet] = byName.get(plainName(sheetName)) ?? [];
    const present = sheets.map((other) => other.name).join('、');
    if (!sheet) faults.add({ where: file }, `シート「${sheetName}」（今あるシート: ${present}）`);
    else tables.set(name, rowsOfNoun(name, sheet, faults));
  }
  faults.refuse();
  const [exported] = byName.get(plainName(EXPORTED_SHEET)) ?? [];
  return { tables, ...(exported && { exported: exportedTables(exported) }) };
}

function rowsOfNoun(name: NounName, sheet: Sheet, faults: CellFaults): GivenRow[] {
  const label = `「${nounTable(name).sheet}」`;
  const headers = layoutOf(name).map(({ header }) => header);
  if (nounTable(name).kept.as !== 'record') return rowsOfSheet(label, sheet, headers, faults);
  const before = faults.count;
  const lines = rowsOfSheet(label, sheet, RECORD_HEADERS, faults);
  if (faults.count > before) return [];
  const items = lines.flatMap(({ cells: [item] }) => item ?? []);
  for (const item of items) if (item.text.trim() === '') faults.add(item, '項目の名前');
  checkHeaders(label, items, headers, headers, faults);
  const cells = headers.map((header) => {
    const index = items.findIndex(({ text }) => plainName(text) === plainName(header));
    return lines[index]?.cells[1];
  });
  return cells.some((cell) => cell?.text.trim()) ? [{ where: label, cells }] : [];
}

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
