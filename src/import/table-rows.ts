/** The rows of a table. Nothing is guessed: what is not of its form is a fault with its cell. */
import { plainName } from '#tables/sheet-layout.ts';
import type { CellFaults, GivenCell, GivenRow } from './given-tables.ts';

interface GivenTable {
  /** 「取組」, or a file. */
  label: string;
  lines: readonly GivenCell[][];
  headers: readonly string[];
  /** The headers that may not be missing; all where it is not given. */
  needed?: readonly string[] | undefined;
}

/**
 * The rows below the headers, with their cells in the order of `headers`; a cell is undefined where
 * the table lacks its column.
 */
export function rowsOfTable(table: GivenTable, faults: CellFaults): GivenRow[] {
  const { label, headers } = table;
  const [top = [], ...lines] = table.lines;
  const plain = top.map(({ text }) => plainName(text));
  if (!headersFit(table, top, plain, faults)) return [];
  const columns = headers.map((header) => plain.indexOf(plainName(header)));
  return lines.flatMap((line, index): GivenRow[] => {
    const where = `${label}の${String(index + 2)}行目`;
    for (const [column, cell] of line.entries())
      if (cell.text !== '' && !columns.includes(column))
        faults.add(cell, '空の欄（見出しのない列には何も書かない）');
    const cells = columns.map((column) =>
      column < 0 ? undefined : (line[column] ?? { where, text: '' }),
    );
    if (cells.every((cell) => !cell?.text.trim())) return [];
    for (const cell of cells) if (cell) checkWords(cell, faults);
    return [{ where, cells }];
  });
}

/** Reports headers that are unknown, stand twice, or are missing. `plain`: the names in `top`. */
function headersFit(
  { label, headers, needed = headers }: GivenTable,
  top: readonly GivenCell[],
  plain: readonly string[],
  faults: CellFaults,
): boolean {
  const before = faults.count;
  const known = new Set(headers.map(plainName));
  const line = { where: `${label}の見出し`, text: top.map(({ text }) => text).join('、') };
  if (!plain.some((header) => known.has(header))) {
    faults.add(line, `見出しの行: ${headers.join('、')}`);
    return false;
  }
  for (const [column, cell] of top.entries()) {
    const header = plain[column] ?? '';
    if (header === '') continue;
    if (!known.has(header)) faults.add(cell, `次の見出しだけ: ${headers.join('、')}`);
    else if (plain.indexOf(header) < column) faults.add(cell, '同じ見出しは一度だけ');
  }
  for (const header of needed)
    if (!plain.includes(plainName(header)))
      faults.add(line, `見出し「${header}」（ほかの見出しの名前も変えない）`);
  return faults.count === before;
}

const MAX_CHARACTERS = 20_000;
const SUM = /^(?:合計|小計|総計|計)$|^※/u;
/** What the example rows of an empty workbook begin with. */
export const EXAMPLE = '（例）';

/** Reports what is no word of a plan: a sum, a note, an example, a novel. */
function checkWords(cell: GivenCell, faults: CellFaults): void {
  const { text } = cell;
  if (SUM.test(plainName(text))) faults.add(cell, '計画の行だけ（合計や注は表に入れない）');
  if (text.startsWith(EXAMPLE)) faults.add(cell, '計画のことば（例の行は消すか、書きかえる）');
  if (text.length > MAX_CHARACTERS) faults.add(cell, '20,000字まで', `${String(text.length)}字`);
}
