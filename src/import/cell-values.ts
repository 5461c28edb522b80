/** From the text of a cell to the value of its field. */
import type { Column } from '#tables/columns.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { plainName, type RowNames } from '#tables/sheet-layout.ts';

/** A value, undefined for an empty cell; or what is expected in the cell. */
export type CellResult = { value: unknown } | { expected: string };

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `text` has no white space at its ends. A column of a list has a value a line: {@link listOfCells}. */
export function valueOfCell(column: Column, text: string, names: RowNames): CellResult {
  const { form, required } = column;
  if (text === '') return { value: required && isList(column) ? [] : undefined };
  if (form === 'names') return namesIn(column, text, names);
  if (form === 'months') return monthsIn(text);
  if (form === 'lines') return { value: linesOf(text) };
  if (form === 'pairs') return pairsIn(text);
  return scalarOf(column, text, names);
}

const isList = ({ form }: Column) => form === 'names' || form === 'lines';

function scalarOf(column: Column, text: string, names: RowNames): CellResult {
  const { form, refers, choices } = column;
  if (form === 'number') return numberOf(text);
  if (text.includes('\n')) return { expected: '1行の文（欄の中で改行しない）' };
  if (choices) {
    const chosen = [...choices].find(
      ([value, label]) => value === text || plainName(label) === plainName(text),
    );
    return chosen
      ? { value: ['true', 'false'].includes(chosen[0]) ? chosen[0] === 'true' : chosen[0] }
      : { expected: `次のどれか: ${[...choices.values()].join('、')}` };
  }
  if (!refers) return { value: text };
  const id = names.find(refers, text);
  return id === undefined ? unknownName(names.all(refers)) : { value: id };
}

/** The first names of a list, for a message. */
export const someOf = (all: readonly string[]): string =>
  all.slice(0, 20).join('、') + (all.length > 20 ? '、…' : '');

const unknownName = (all: readonly string[]): CellResult => ({
  expected: `次の名前のどれか: ${someOf(all)}`,
});

function numberOf(text: string): CellResult {
  const plain = text.normalize('NFKC');
  return /^\d+(?:\.\d+)?$/u.test(plain)
    ? { value: Number(plain) }
    : { expected: '数だけ（例: 3）' };
}

/** Splits a cell only where every piece is a known name; names may hold a separator themselves. */
function namesIn({ refers = 'sections' }: Column, text: string, names: RowNames): CellResult {
  // Names at the even places, separators at the odd ones.
  const pieces = text.split(/([、，,・／/\n])/u);
  const idOf = (from: number, end: number) => names.find(refers, pieces.slice(from, end).join(''));
  const ids: string[] = [];
  for (let from = 0; from < pieces.length;) {
    const ends = [...pieces.keys()].map((index) => index + 1).filter((end) => end > from);
    const end = ends.findLast((candidate) => idOf(from, candidate) !== undefined);
    const id = end === undefined ? undefined : idOf(from, end);
    if (end === undefined || id === undefined) return unknownName(names.all(refers));
    ids.push(id);
    from = end + 1;
  }
  return { value: ids };
}

/** `9`, `9月`, `9、10`, `9～11`: a range runs through the fiscal year. */
function monthsIn(text: string): CellResult {
  const months: number[] = [];
  for (const piece of text.normalize('NFKC').split(/[、,・\s]+/u)) {
    if (piece === '') continue;
    const [, from = '', to = from] = /^(\d{1,2})月?(?:[~〜–―ー-](\d{1,2})月?)?$/u.exec(piece) ?? [];
    const [start, end] = [from, to].map((month) =>
      FISCAL_MONTHS.findIndex((at) => at === Number(month)),
    );
    if (start === undefined || end === undefined || start < 0 || end < start)
      return { expected: '1から12までの月（例: 9、9月、9、10、9～11）' };
    months.push(...FISCAL_MONTHS.slice(start, end + 1));
  }
  return { value: [...new Set(months)] };
}

function pairsIn(text: string): CellResult {
  const pairs = linesOf(text).map((line) => /^(.+?)\s*[:：]\s*(.+)$/u.exec(line));
  return pairs.some((pair) => pair === null)
    ? { expected: '1行に1つ、「項目: 内容」' }
    : { value: pairs.map((pair) => ({ label: pair?.[1], value: pair?.[2] })) };
}

/**
 * A list of blocks from the cells of its columns, a line of each cell a block. `columns` and `texts`
 * belong together.
 */
export function listOfCells(
  columns: readonly Column[],
  texts: readonly string[],
  names: RowNames,
): CellResult {
  const count = Math.max(...texts.map((text) => (text === '' ? 0 : text.split('\n').length)));
  const lines = texts.map((text) =>
    text === '' ? Array<string>(count).fill('') : text.split('\n').map((line) => line.trim()),
  );
  const headers = columns.map(({ header }) => header).join('、');
  if (lines.some(({ length }) => length !== count)) return { expected: `${headers} に同じ数の行` };
  const blocks: Record<string, unknown>[] = [];
  for (let place = 0; place < count; place += 1) {
    const block: Record<string, unknown> = {};
    for (const [index, column] of columns.entries()) {
      const result = scalarOf(column, lines[index]?.[place] ?? '', names);
      if ('expected' in result) return result;
      block[column.path[1] ?? ''] = result.value ?? '';
    }
    blocks.push(block);
  }
  return { value: blocks };
}

const ITEM = /^(?:-|\d+\.|\|)/u;

/** The body that a cell holds: a line a paragraph, but that items, rows of a table and `\` go on. */
export function bodyOfCell(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      const goesOn = line.endsWith('\\') || (ITEM.test(line.trim()) && ITEM.test(next.trim()));
      return line + (goesOn ? '\n' : '\n\n');
    })
    .join('');
}
