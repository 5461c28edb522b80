/** Tables as a person hands them in, whatever file they stand in, and the faults found in them. */
import { nounTable, type NounName } from '#tables/nouns.ts';
import { quote, Refusal } from '#model/problem.ts';

export interface GivenRow {
  /** In the order of the layout of the table; undefined where the file has no such column. */
  cells: (string | undefined)[];
  /** Where a cell stands, as a person finds it: 「取組」のD12. Without an index, the row. */
  whereIs: (index?: number) => string;
}
export type GivenTables = Map<NounName, GivenRow[]>;

/** Key of a row → its cells in the order of the layout. */
export type CellsByKey = ReadonlyMap<string, readonly (string | undefined)[]>;
export type ExportedTables = ReadonlyMap<NounName, CellsByKey>;

export interface Given {
  tables: GivenTables;
  /** The cells as they were when the workbook was written; undefined for other files. */
  exported?: ExportedTables;
}

export const MAX_FILE_BYTES = 5_000_000;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 200;
export const MAX_CELL_CHARACTERS = 20_000;

/** What keeps tables from being imported, gathered so that all of it is told at once. */
export class CellFaults {
  readonly #paragraphs: string[] = [];

  get count(): number {
    return this.#paragraphs.length;
  }

  /** `where`: 「取組」のD12, or a file; `found` is quoted. */
  add(where: string, found: unknown, expected: string): void {
    this.#paragraphs.push(
      `${where} を直してください。\n  今の内容: ${quote(found)}\n  正しい形: ${expected}`,
    );
  }

  /** Throws one {@link Refusal} with all faults, if there are any. */
  refuse(): void {
    if (this.count === 0) return;
    const shown = this.#paragraphs.slice(0, MAX_SHOWN);
    const more = this.count - shown.length;
    throw new Refusal(
      [
        ...shown,
        ...(more > 0 ? [`ほかに ${String(more)} 件あります。`] : []),
        `誤りが ${String(this.count)} 件あります。何も書きませんでした。`,
      ].join('\n\n'),
    );
  }
}
const MAX_SHOWN = 30;

/** `「取組」のD12`. */
export const cellName = (name: NounName, letter: string, row: number): string =>
  `「${nounTable(name).sheet}」の${letter}${String(row)}`;
