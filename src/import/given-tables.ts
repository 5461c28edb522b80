/** Tables as a person hands them in, whatever file they stand in, and the faults found in them. */
import { quote, Refusal } from '#model/problem.ts';
import type { NounName } from '#tables/nouns.ts';
import type { TableCells } from '#tables/sheet-layout.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';

export interface GivenCell {
  text: string;
  /** As a person finds it: 「取組」のD12. */
  where: string;
}
export interface GivenRow {
  where: string;
  /** In the order of the layout; undefined where the file says nothing of the column. */
  cells: (GivenCell | undefined)[];
}
export interface HandedIn {
  tables: Map<NounName, GivenRow[]>;
  /** The cells as they were when the workbook was written; undefined for other files. */
  exported?: TableCells;
}

/** Whether two cells say the same, odd characters put right; undefined says nothing. */
export const isSameText = (a = '', b = ''): boolean =>
  a === b || tidyCharacters(a).text === tidyCharacters(b).text;

/** Faults that are told at once. */
export const MAX_SHOWN = 30;

/** What keeps tables from being imported, gathered so that all of it is told at once. */
export class CellFaults {
  readonly #paragraphs: string[] = [];

  get count(): number {
    return this.#paragraphs.length;
  }

  /** `found` is quoted. */
  add({ where, text }: { where: string; text?: unknown }, expected: string, found = text): void {
    this.#paragraphs.push(
      `${where} を直してください。\n  今の内容: ${quote(found)}\n  正しい形: ${expected}`,
    );
  }

  /** Throws one {@link Refusal} with all faults, if there are any. */
  refuse(): void {
    if (this.count === 0) return;
    const shown = this.#paragraphs.slice(0, MAX_SHOWN);
    const more = this.count - shown.length;
    if (more > 0) shown.push(`ほかに ${String(more)} 件あります。`);
    const sum = `誤りが ${String(this.count)} 件あります。何も書きませんでした。`;
    throw new Refusal([...shown, sum].join('\n\n'));
  }
}
