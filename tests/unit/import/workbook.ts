/** The workbook of a folder of content, changed as a person would change it. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx, writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { importPlan, writeTexts, type Imported } from '#import/import-plan.ts';
import { readTexts } from '#reader/read.ts';

import { partsOfTexts, rowsOfContent } from '#tables/noun-rows.ts';
import { workbookOf } from '#tables/workbook.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

export const workbookOfFolder = async (dir: string) =>
  workbookOf(rowsOfContent(partsOfTexts(await readTexts(dir))), '計画', 2013);

/** The sheets of a workbook, with cells found by the header of their column. */
export class Book {
  readonly sheets: WriteSheet[];
  constructor(sheets: WriteSheet[]) {
    this.sheets = sheets;
  }
  static async read(bytes: Uint8Array): Promise<Book> {
    const { sheets } = await readXlsx(bytes);
    return new Book(
      sheets.map(({ name, rows, veryHidden }) => ({
        name,
        rows,
        ...(veryHidden && { veryHidden }),
      })),
    );
  }
  write = () => writeXlsx({ sheets: this.sheets });

  sheet(name: string): WriteSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }
  rows(name: string): CellValue[][] {
    return this.sheet(name).rows ?? [];
  }
  column(name: string, header: string): number {
    const index = this.rows(name)[0]?.indexOf(header) ?? -1;
    if (index < 0) throw new Error(`${name} has no ${header}`);
    return index;
  }
  /** The row in which a column holds `value`; its place counts from 0, the header's row. */
  rowAt(name: string, header: string, value: string): number {
    const column = this.column(name, header);
    const row = this.rows(name).findIndex((cells) => cells[column] === value);
    if (row < 0) throw new Error(`${name} has no ${value}`);
    return row;
  }
  /** Changes the cell under `header` of the row whose `id` is given. */
  set(name: string, id: string, header: string, value: CellValue, key = 'id') {
    const cells = this.rows(name)[this.rowAt(name, key, id)] ?? [];
    cells[this.column(name, header)] = value;
  }
  add(name: string, cells: Record<string, CellValue>) {
    const headers = this.rows(name)[0] ?? [];
    for (const header of Object.keys(cells)) this.column(name, header);
    this.rows(name).push(headers.map((header) => cells[String(header)] ?? ''));
  }
  remove(name: string, id: string, key = 'id') {
    this.rows(name).splice(this.rowAt(name, key, id), 1);
  }
}

export interface Desk {
  /** A folder of content that may be changed. */
  content: string;
  /** Imports the workbook of the content after a change. */
  importChanged: (change: (book: Book) => void) => Promise<Imported>;
  importBytes: (bytes: Uint8Array | string, name?: string) => Promise<Imported>;
  /** Imports, writes, and gives what differs from before: file → its new lines and those that went. */
  written: (change: (book: Book) => void) => Promise<Record<string, string[]>>;
}

/** `source`: the content to begin with. */
export function desk(source = 'content'): Desk {
  const room = temporaryFolder();
  const content = path.join(room, 'content');
  cpSync(source, content, { recursive: true });
  const importBytes = (bytes: Uint8Array | string, name = 'plan.xlsx') => {
    const file = path.join(room, name);
    writeFileSync(file, bytes);
    return importPlan(content, [file]);
  };
  const importChanged = async (change: (book: Book) => void) => {
    const book = await Book.read(await workbookOfFolder(content));
    change(book);
    return importBytes(await book.write());
  };
  return {
    content,
    importBytes,
    importChanged,
    written: async (change) => {
      const before = await readTexts(content);
      const { texts } = await importChanged(change);
      await writeTexts(content, texts);
      const after = await readTexts(content);
      const files = [...new Set([...before.keys(), ...after.keys()])].sort();
      return Object.fromEntries(
        files.flatMap((file) => {
          const lines = difference(before.get(file) ?? '', after.get(file) ?? '');
          return lines.length > 0 ? [[file, lines]] : [];
        }),
      );
    },
  };
}

/** Lines that one text has and the other has not, in their order: `- old`, `+ new`. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...now.slice(start, now.length - end).map((line) => `+ ${line}`),
  ];
}
