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
import { layoutOf, plainName, type SheetColumn } from '#tables/sheet-layout.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import type { Plan } from '#model/plan.ts';
import { quote, Refusal } from '#model/problem.ts';
import { decodedText } from './decoded-text.ts';
import {
  CellFaults,
  MAX_CELL_CHARACTERS,
  MAX_COLUMNS,
  MAX_ROWS,
  type CellsByKey,
  type GivenRow,
} from './given-tables.ts';

/** A table of the data page, or the layout of a sheet; `columns` in the order of its headers. */
interface Form {
  name: NounName;
  published?: TableName;
  headers: string[];
}

const forms = (): Form[] => [
  ...tables.map((name) => ({
    name,
    published: name,
    headers: allColumns(name).map(({ header }) => header),
  })),
  ...nounNames
    .filter((name) => nounTable(name).kept.as !== 'record')
    .map((name) => ({ name, headers: layoutOf(name).map(({ header }) => header) })),
];

/**
 * Throws a {@link Refusal} with every fault of the form. `plan`: the plan of today's content, whose
 * published cells count as those of the content; `now`: today's cells in the order of the layout.
 */
export function readCsv(
  bytes: Uint8Array,
  file: string,
  plan: Plan | undefined,
  now: ReadonlyMap<NounName, CellsByKey>,
): { name: NounName; rows: GivenRow[] } {
  const lines = parseCsv(decodedText(bytes, file)).map((line) =>
    line.map((cell) => String(cell ?? '')),
  );
  const [headers = [], ...body] = lines;
  if (lines.length > MAX_ROWS || headers.length > MAX_COLUMNS)
    throw new Refusal(
      `${file} は大きすぎます。${MAX_ROWS.toLocaleString('ja-JP')}行、${String(MAX_COLUMNS)}列までです。`,
    );
  const form = formOf(headers);
  const faults = new CellFaults();
  checkHeaders(file, headers, form, faults);
  faults.refuse();
  const plain = headers.map(plainName);
  const { name, published } = form;
  const layout = layoutOf(name);
  const columns = published ? allColumns(published) : undefined;
  const places = layout.map((part) => {
    const header = columns ? columns.find((column) => isSame(column, part))?.header : part.header;
    return header === undefined ? -1 : plain.indexOf(plainName(header));
  });
  const written = published && plan ? publishedRows(published, plan) : undefined;
  const rows = body.flatMap((line, index): GivenRow[] => {
    if (line.every((text) => text.trim() === '')) return [];
    const whereIs = (place?: number) =>
      `${file} の${String(index + 2)}行目${place === undefined ? '' : `「${layout[place]?.header ?? ''}」`}`;
    const long = line.findIndex((text) => text.length > MAX_CELL_CHARACTERS);
    if (long >= 0)
      faults.add(
        whereIs(),
        `${String(line[long]?.length)}字`,
        `${MAX_CELL_CHARACTERS.toLocaleString('ja-JP')}字まで`,
      );
    if (line.length > headers.length)
      faults.add(whereIs(), line.slice(headers.length).join('、'), '見出しの数と同じ数の欄');
    const cells = places.map((place) =>
      place < 0 ? undefined : unescapeFormula(line[place] ?? ''),
    );
    if (!written || !columns) return [{ cells, whereIs }];
    const key = keyOf(name, cells);
    const row = written.get(key);
    for (const { header, key: field, sheet } of columns) {
      const found = line[plain.indexOf(plainName(header))];
      const expected = row && String(row[field] ?? '');
      if (!sheet && row && found !== undefined && unescapeFormula(found) !== expected)
        faults.add(
          `${whereIs()}「${header}」`,
          found,
          `${quote(expected)}（計画から作る列で、変えられない）`,
        );
    }
    return [{ cells: asInSheet(cells, layout, columns, row, now.get(name)?.get(key)), whereIs }];
  });
  faults.refuse();
  return { name, rows };
}

const isSame = ({ sheet }: CsvColumn, part: SheetColumn): boolean =>
  sheet?.kind === part.kind &&
  (sheet.kind !== 'field' || (part.kind === 'field' && part.column.key === sheet.key));

/** The form with most of the headers; of several the one that lacks fewest. */
function formOf(headers: readonly string[]): Form {
  const plain = new Set(headers.map(plainName));
  const score = (form: Form) => {
    const found = form.headers.filter((header) => plain.has(plainName(header))).length;
    return found - form.headers.length / MAX_COLUMNS;
  };
  const [best] = forms().sort((a, b) => score(b) - score(a));
  if (!best) throw new Error('there are no tables');
  return best;
}

function checkHeaders(file: string, headers: readonly string[], form: Form, faults: CellFaults) {
  const where = `${file} の1行目`;
  const wanted = form.headers.map(plainName);
  const found = headers.map(plainName);
  for (const [index, header] of found.entries())
    if (!wanted.includes(header) || found.indexOf(header) < index)
      faults.add(where, headers[index], `次の見出しを一度ずつ: ${form.headers.join('、')}`);
  const needed = form.published
    ? allColumns(form.published)
        .filter(({ optional, sheet }) => sheet && !optional)
        .map(({ header }) => header)
    : form.headers;
  for (const header of needed)
    if (!found.includes(plainName(header)))
      faults.add(where, headers.join('、'), `見出し「${header}」`);
}

type Cells = Readonly<Record<string, string | number>>;

/** The rows of the published table as the plan has them, by their keys. */
function publishedRows(name: TableName, plan: Plan): ReadonlyMap<string, Cells> {
  const columns = allColumns(name);
  const cellIn = (row: Cells, part: SheetColumn) =>
    String(row[columns.find((column) => isSame(column, part))?.key ?? ''] ?? '');
  return new Map(
    tableOf(name, plan).map((row) => [
      keyOf(
        name,
        layoutOf(name).map((part) => cellIn(row, part)),
      ),
      row,
    ]),
  );
}

function keyOf(name: NounName, cells: readonly (string | undefined)[]): string {
  const textOf = (kind: string) => cells[layoutOf(name).findIndex((part) => part.kind === kind)];
  const id = textOf('id') ?? '';
  return nounTable(name).owner ? `${textOf('ownerId') ?? ''}/${id}` : id;
}

/** Cells that stand as they were published become those of the sheet: they are no difference. */
const asInSheet = (
  cells: readonly (string | undefined)[],
  layout: readonly SheetColumn[],
  columns: readonly CsvColumn[],
  row: Cells | undefined,
  now: readonly (string | undefined)[] | undefined,
): (string | undefined)[] =>
  cells.map((cell, index) => {
    const part = layout[index];
    const column = part && columns.find((other) => isSame(other, part));
    return row && column && cell === String(row[column.key] ?? '') ? now?.[index] : cell;
  });
