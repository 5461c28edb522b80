/** The workbook of a folder of content, changed as a person would change it. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx, writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { importPlan, writeTexts, type Imported } from '#import/import-plan.ts';
import { readTexts } from '#reader/read.ts';
import { partsOfTexts, rowsOfContent } from '#tables/noun-rows.ts';
import { cellsOfTables } from '#tables/sheet-layout.ts';
import { workbookOf } from '#tables/workbook.ts';
import { lineChanges } from '../../fixtures/line-changes.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

export const workbookOfFolder = async (dir: string) =>
  workbookOf(cellsOfTables(rowsOfContent(partsOfTexts(await readTexts(dir)))), '計画', 2013);

/** One step of an edit. A row is named by its id, or by its key; `1` is the first. */
export interface Step {
  /** Sheet, row, header, value. */
  set?: [string, string | number, string, CellValue];
  /** Sheet, header → value. */
  add?: [string, Record<string, CellValue>];
  /** Sheet, row. */
  remove?: [string, string];
  /** Sheet, place of the line and of the column from 0, value. */
  cell?: [string, number, number, CellValue];
  /** Sheet; a row of it, or a column. */
  hide?: { sheet: string; row?: number; column?: number };
}

/** The sheets of a workbook, with cells found by the header of their column. */
export class Book {
  readonly sheets: WriteSheet[];
  constructor(sheets: WriteSheet[]) {
    this.sheets = sheets;
  }
  static async read(bytes: Uint8Array): Promise<Book> {
    const { sheets } = await readXlsx(bytes);
    return new Book(
      sheets.map(({ name, rows, veryHidden = false }) => ({ name, rows, veryHidden })),
    );
  }
  write = () => writeXlsx({ sheets: this.sheets });

  sheet(name: string): WriteSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }
  rows = (name: string): CellValue[][] => this.sheet(name).rows ?? [];
  column(name: string, header: string): number {
    const index = this.rows(name)[0]?.indexOf(header) ?? -1;
    if (index < 0) throw new Error(`${name} has no ${header}`);
    return index;
  }
  /** The place of a row; the headers have 0. */
  rowAt(name: string, row: string | number): number {
    if (typeof row === 'number') return row;
    const keys = ['id', 'ことば', '項目'].map(
      (header) => this.rows(name)[0]?.indexOf(header) ?? -1,
    );
    const found = this.rows(name).findIndex((cells) => keys.some((key) => cells[key] === row));
    if (found < 0) throw new Error(`${name} has no ${row}`);
    return found;
  }
  set(name: string, row: string | number, header: string, value: CellValue) {
    this.rows(name)[this.rowAt(name, row)]![this.column(name, header)] = value;
  }
  hide({ sheet, row, column }: Required<Step>['hide']) {
    const hidden = { hidden: true };
    if (row !== undefined) this.sheet(sheet).rowDefs = new Map([[row, hidden]]);
    else if (column !== undefined) this.sheet(sheet).columns = [...Array(column).fill({}), hidden];
    else this.sheet(sheet).hidden = true;
  }
  apply({ set, add, remove, cell, hide }: Step) {
    if (set) this.set(...set);
    if (cell) this.rows(cell[0])[cell[1]]![cell[2]] = cell[3];
    if (hide) this.hide(hide);
    if (remove) this.rows(remove[0]).splice(this.rowAt(...remove), 1);
    if (!add) return;
    const [name, cells] = add;
    for (const header of Object.keys(cells)) this.column(name, header);
    this.rows(name).push(this.rows(name)[0]!.map((header) => cells[String(header)] ?? ''));
  }
}

/** A copy of a folder of content, and the imports into it. */
export function desk(source = 'content') {
  const room = temporaryFolder();
  const content = path.join(room, 'content');
  cpSync(source, content, { recursive: true });
  const importBytes = (bytes: Uint8Array | string, name = 'plan.xlsx') => {
    const file = path.join(room, name);
    writeFileSync(file, bytes);
    return importPlan(content, [file]);
  };
  const book = async () => Book.read(await workbookOfFolder(content));
  const importChanged = async (...steps: Step[]): Promise<Imported> => {
    const changed = await book();
    for (const step of steps) changed.apply(step);
    return importBytes(await changed.write());
  };
  /**
   * Imports, writes, and gives what differs from before: file → its new lines and those that went.
   */
  const written = async (...steps: Step[]): Promise<Record<string, string[]>> => {
    const before = await readTexts(content);
    const { texts } = await importChanged(...steps);
    await writeTexts(content, texts);
    return lineChanges(before, await readTexts(content));
  };
  return { content, book, importBytes, importChanged, written };
}
