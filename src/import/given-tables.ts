/** Tables as a person hands them in, whatever file they stand in, and the faults found in them. */
import { quote, Refusal } from '#model/problem.ts';
import type { NounName } from '#tables/nouns.ts';
import { plainName } from '#tables/sheet-layout.ts';
import type { TableCells } from '#tables/table-cells.ts';
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
export interface Given {
  tables: Map<NounName, GivenRow[]>;
  /** The cells as they were when the workbook was written; undefined for other files. */
  exported?: TableCells;
}

/** Whether two cells say the same, odd characters put right; undefined says nothing. */
export const isSameText = (a = '', b = ''): boolean =>
  a === b || tidyCharacters(a).text === tidyCharacters(b).text;

export const MAX_FILE_BYTES = 5_000_000;
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;
const MAX_CELL_CHARACTERS = 20_000;
const MAX_SHOWN = 30;

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

/** A table as it stands in its file, headers first. */
export interface Grid {
  /** The file, or the sheet. */
  where: string;
  lines: readonly (readonly unknown[])[];
  cellAt: (line: number, column: number) => GivenCell;
  /** Where a line is found. */
  whereIs: (line: number) => string;
}

/** Whether a table is larger than that of any plan, which is a fault. */
export function isTooLarge({ where, lines }: Pick<Grid, 'where' | 'lines'>, faults: CellFaults) {
  const columns = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (lines.length <= MAX_ROWS && columns <= MAX_COLUMNS) return false;
  const found = `${String(lines.length)}行、${String(columns)}列`;
  faults.add({ where }, `${shown(MAX_ROWS)}行、${shown(MAX_COLUMNS)}列まで`, found);
  return true;
}
const shown = (count: number) => count.toLocaleString('ja-JP');

/**
 * The rows below the headers, with their cells in the order of `headers`; a cell is undefined where
 * the grid lacks its column, which is a fault for those of `needed`.
 */
export function rowsOfGrid(
  grid: Grid,
  headers: readonly string[],
  faults: CellFaults,
  needed = headers,
): GivenRow[] {
  const before = faults.count;
  const columns = columnsOfHeaders(grid, headers, needed, faults);
  if (faults.count > before) return [];
  return grid.lines.flatMap((line, index): GivenRow[] => {
    if (index === 0) return [];
    for (const [column, value] of line.entries())
      if (isFilled(value) && !columns.includes(column))
        faults.add(grid.cellAt(index, column), '空の欄（見出しのない列には何も書かない）');
    const cells = columns.map((column) => (column < 0 ? undefined : grid.cellAt(index, column)));
    if (cells.every((cell) => !cell?.text.trim())) return [];
    for (const cell of cells) if (cell) checkWords(cell, faults);
    return [{ where: grid.whereIs(index), cells }];
  });
}

const isFilled = (value: unknown) => value !== null && value !== undefined && value !== '';

/** The column of each header, -1 for one that is not there. */
function columnsOfHeaders(
  grid: Grid,
  headers: readonly string[],
  needed: readonly string[],
  faults: CellFaults,
): number[] {
  const found = (grid.lines[0] ?? []).map((_, column) => grid.cellAt(0, column));
  const plain = found.map(({ text }) => plainName(text));
  const wanted = headers.map(plainName);
  const top = { where: grid.whereIs(0), text: found.map(({ text }) => text).join('、') };
  if (!plain.some((header) => wanted.includes(header)))
    faults.add(top, `見出しの行: ${headers.join('、')}`);
  else {
    for (const [column, cell] of found.entries()) {
      const header = plain[column] ?? '';
      if (header !== '' && !wanted.includes(header))
        faults.add(cell, `次の見出しだけ: ${headers.join('、')}`);
      else if (header !== '' && plain.indexOf(header) < column)
        faults.add(cell, '同じ見出しは一度だけ');
    }
    for (const header of needed)
      if (!plain.includes(plainName(header)))
        faults.add(top, `見出し「${header}」（ほかの見出しの名前も変えない）`);
  }
  return wanted.map((header) => plain.indexOf(header));
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
    faults.add(cell, `${shown(MAX_CELL_CHARACTERS)}字まで`, `${String(text.length)}字`);
}
