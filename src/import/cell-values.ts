/** From the text of a cell to the value of its field. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { Refusal } from '#model/problem.ts';
import type { Column } from '#tables/columns.ts';
import { plainName, type RowNames } from '#tables/sheet-layout.ts';
import type { Reference } from '#tables/shape.ts';

/**
 * `text` has no white space at its ends; undefined for an empty cell. Throws a {@link Refusal} that
 * says what is expected in the cell. For a column of a list see {@link blocksOfCells}.
 */
export function valueOfCell(column: Column, text: string, names: RowNames): unknown {
  const { form, required, refers = 'sections' } = column;
  if (text === '') return required && (form === 'names' || form === 'lines') ? [] : undefined;
  const lines = () => text.split('\n').flatMap((line) => line.trim() || []);
  if (form === 'names') return namesIn(refers, text, names);
  if (form === 'months') return monthsIn(text);
  if (form === 'lines') return lines();
  return form === 'pairs' ? lines().map(pairIn) : scalarOf(column, text, names);
}

function scalarOf({ form, refers, choices }: Column, text: string, names: RowNames): unknown {
  if (form === 'number') return numberIn(text);
  if (text.includes('\n')) throw new Refusal('1行の文（欄の中で改行しない）');
  if (refers) return names.find(refers, text) ?? unknownName(refers, names);
  if (!choices) return text;
  const chosen = [...choices].find((choice) => choice.map(plainName).includes(plainName(text)));
  if (!chosen) throw new Refusal(`次のどれか: ${[...choices.values()].join('、')}`);
  return ['true', 'false'].includes(chosen[0]) ? chosen[0] === 'true' : chosen[0];
}

/** The first names that a cell may hold, for a message. */
export function someNames(reference: Reference, names: RowNames): string {
  const all = [...names.all(reference).values()];
  return `次の名前のどれか: ${all.slice(0, 20).join('、')}${all.length > 20 ? '、…' : ''}`;
}

function unknownName(reference: Reference, names: RowNames): never {
  throw new Refusal(someNames(reference, names));
}

function numberIn(text: string): number {
  const plain = text.normalize('NFKC');
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) throw new Refusal('数だけ（例: 3）');
  return Number(plain);
}

/** Far beyond the names of any cell: each may be cut at every separator. */
const MAX_NAMES_CHARACTERS = 2000;

/** Splits a cell only where every piece is a known name; names may hold a separator themselves. */
function namesIn(reference: Reference, text: string, names: RowNames): string[] {
  if (text === '') return [];
  if (text.length > MAX_NAMES_CHARACTERS) return unknownName(reference, names);
  // The longest name at the beginning, then the rest.
  const ends = [...text.matchAll(/[、,，・／/\n]|$/gu)].map(({ index }) => index);
  for (const end of ends.reverse()) {
    const first = names.find(reference, text.slice(0, end));
    if (first !== undefined) return [first, ...namesIn(reference, text.slice(end + 1), names)];
  }
  return unknownName(reference, names);
}

/** `9`, `9月`, `9、10`, `9～11`: a range runs through the fiscal year. */
function monthsIn(text: string): number[] {
  const pieces = text.normalize('NFKC').split(/[、,・\s]+/u);
  const months = pieces.filter(Boolean).flatMap((piece) => {
    const [, from = '', to = from] = /^(\d{1,2})月?(?:[~〜–―ー-](\d{1,2})月?)?$/u.exec(piece) ?? [];
    const [start = -1, end = -1] = [from, to].map((month) =>
      FISCAL_MONTHS.findIndex((other) => other === Number(month)),
    );
    if (start < 0 || end < start) throw new Refusal('1から12までの月（例: 9、9月、9、10、9～11）');
    return FISCAL_MONTHS.slice(start, end + 1);
  });
  return [...new Set(months)];
}

function pairIn(line: string): { label: string; value: string } {
  const [, label, value] = /^(.+?)\s*[:：]\s*(.+)$/u.exec(line) ?? [];
  if (label === undefined || value === undefined) throw new Refusal('1行に1つ、「項目: 内容」');
  return { label, value };
}

/**
 * A list of blocks from the cells of its columns, a line of each cell a block; an empty cell says
 * nothing of any. Throws as {@link valueOfCell} does.
 */
export function blocksOfCells(
  cells: readonly (readonly [Column, string])[],
  names: RowNames,
): unknown[] | undefined {
  const lines = cells.map(([, text]) => (text === '' ? [] : text.split('\n')));
  const count = Math.max(...lines.map(({ length }) => length));
  if (lines.some(({ length }) => length > 0 && length < count))
    throw new Refusal(`${cells.map(([{ header }]) => header).join('、')} に同じ数の行`);
  const fieldsAt = (place: number) =>
    cells.map(([column], index): [string, unknown] => {
      const text = lines[index]?.[place]?.trim() ?? '';
      return [column.path[1] ?? '', text && scalarOf(column, text, names)];
    });
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, place) => Object.fromEntries(fieldsAt(place)));
}

/** Between two items of a list, and two rows of a table. */
const IN_LIST = /(?<=^\s*(?:-|\d+\.|\|).*)\n\n(?=\s*(?:-|\d+\.|\|))/gmu;

/**
 * The body that a cell holds: a line a paragraph, but that items, rows of a table and `\` go on.
 */
export const bodyOfCell = (text: string): string =>
  text.replaceAll(/\n+/gu, '\n\n').replaceAll(IN_LIST, '\n').replaceAll('\\\n\n', '\\\n');
