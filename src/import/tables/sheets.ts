/** Tables as they come: CSV, tabs pasted from a spreadsheet, or the sheets of an Excel file. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';

export interface Row {
  /** As a person finds it: the row of a sheet, the line of a file. Counted from 1. */
  number: number;
  cells: string[];
}
export interface Sheet {
  file: string;
  /** Of an Excel file with several. */
  name?: string;
  rows: Row[];
}

export async function readSheets(file: string): Promise<Sheet[]> {
  const bytes = await readFile(file);
  const shown = path.basename(file);
  if (!/\.xls[xm]$/iu.test(file)) return [{ file: shown, rows: rowsOf(decoded(bytes)) }];
  const sheets = await readExcelFile(bytes);
  return sheets.map(({ sheet, data }) => ({
    file: shown,
    ...(sheets.length > 1 && { name: sheet }),
    rows: data.map((cells, index) => ({ number: index + 1, cells: cells.map(cellText) })),
  }));
}

/** What spreadsheets in Japan save: UTF-8, UTF-16 with its mark, Shift_JIS. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  }
}

function rowsOf(text: string): Row[] {
  const delimiter = /^[^\n"]*\t/u.test(text) ? '\t' : ',';
  let line = 1;
  return parse(text, { delimiter, relax_column_count: true, raw: true }).map((row) => {
    const { record, raw } = row as unknown as { record: string[]; raw: string };
    const number = line;
    line += raw.trimEnd().split('\n').length;
    return { number, cells: record };
  });
}

/** A date is written in ISO 8601: an Excel file does not hold it as text. */
function cellText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const isText =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText ? String(value) : '';
}
