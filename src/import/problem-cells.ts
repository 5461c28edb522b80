/** The cell of a table that a fault of the content came from. */
import { columnsOf } from '#tables/columns.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { fieldPath, valueAt, type Problem } from '#model/problem.ts';
import type { z } from 'zod';
import { fileOfRow, ownerOf, type NounRow, type NounRows } from '#tables/noun-rows.ts';
import { layoutOf, type SheetColumn } from '#tables/sheet-layout.ts';
import type { CellFaults, GivenRow } from './given-tables.ts';

export type Sources = ReadonlyMap<NounRow, GivenRow>;

/** Reports what the schemas find in changed and added rows, each at its cell. */
export function checkSchemas(rows: NounRows, sources: Sources, faults: CellFaults): void {
  for (const [name, all] of rows)
    for (const row of all) {
      const given = sources.get(row);
      const result = given && nounTable(name).schema.safeParse(row.data);
      for (const issue of result?.error?.issues ?? [])
        if (given && !isOfItems(name, issue.path))
          faults.add(
            given.whereIs(cellIndex(name, issue.path)),
            foundAt(row, issue),
            expectedAt(name, row, issue),
          );
    }
}

/** Items have a table of their own. */
const isOfItems = (name: NounName, [field]: readonly PropertyKey[]): boolean =>
  nounNames.some((other) => {
    const { kept } = nounTable(other);
    return kept.as === 'items' && kept.of === name && kept.list === field;
  });

const foundAt = (row: NounRow, issue: z.core.$ZodIssue): unknown =>
  issue.code === 'unrecognized_keys' ? issue.keys.join('、') : valueAt(row.data, issue.path);

/** What is missing is said by what its column means. */
function expectedAt(name: NounName, row: NounRow, issue: z.core.$ZodIssue): string {
  const index = cellIndex(name, issue.path);
  const meaning = index === undefined ? '' : (layoutOf(name)[index]?.meaning ?? '');
  const isMissing = meaning !== '' && valueAt(row.data, issue.path) === undefined;
  return isMissing ? `${meaning}（${issue.message}）` : issue.message;
}

/** The column of a field: the one whose path begins the path of the fault, else the row. */
function cellIndex(name: NounName, path: readonly PropertyKey[]): number | undefined {
  const fields = path.filter((key) => typeof key === 'string');
  const fits = (part: SheetColumn) =>
    part.kind === 'field' && part.column.path.every((key, depth) => fields[depth] === key);
  const index = layoutOf(name).findIndex(fits);
  const first = layoutOf(name).findIndex(
    (part) => part.kind === 'field' && part.column.path[0] === fields[0],
  );
  return [index, first].find((place) => place >= 0);
}

/** Reports what keeps the content as a whole from being a plan, at the cell it came from if any. */
export function addProblems(
  problems: readonly Problem[],
  rows: NounRows,
  sources: Sources,
  faults: CellFaults,
): void {
  for (const problem of problems) {
    const place = whereIs(problem, rows, sources);
    faults.add(
      place ?? `content/${problem.file} の「${problem.field}」`,
      problem.found,
      problem.expected,
    );
  }
}

function whereIs(problem: Problem, rows: NounRows, sources: Sources): string | undefined {
  // `9番目 の text（12行目）`: the line is that of the file as it would be.
  const field = problem.field.replace(/（\d+行目）$/u, '');
  for (const [name, all] of rows) {
    const inFile = all.filter(({ key }) => fileOfRow(name, key) === problem.file);
    for (const [place, row] of inFile.entries()) {
      const given = sources.get(row);
      if (!given) continue;
      const fields = ownField(name, row, place, field, all);
      const index = fields === undefined ? undefined : fieldIndex(name, fields);
      if (fields !== undefined) return given.whereIs(index);
    }
  }
  return undefined;
}

/** The field of the row that a fault of its file names; undefined where it names another row. */
function ownField(
  name: NounName,
  row: NounRow,
  place: number,
  field: string,
  all: readonly NounRow[],
): string | undefined {
  const { kept } = nounTable(name);
  if (kept.as === 'files') return field.startsWith('activities の ') ? undefined : field;
  if (kept.as === 'record') return field;
  if (kept.as === 'items') {
    const siblings = all.filter(({ key }) => ownerOf(key) === ownerOf(row.key));
    const prefix = `${fieldPath([kept.list, siblings.indexOf(row)])} の `;
    return field.startsWith(prefix) ? field.slice(prefix.length) : undefined;
  }
  const prefixes = [`${row.key} の `, `${fieldPath([place])} の `, `[${String(place)}].`];
  const prefix = prefixes.find((start) => field.startsWith(start));
  if (prefix !== undefined) return field.slice(prefix.length);
  return field === row.key || field.endsWith(` の ${row.key}`) ? '' : undefined;
}

function fieldIndex(name: NounName, field: string): number | undefined {
  const [first = ''] = field.split(' の ');
  const column = columnsOf(nounTable(name).schema).find(({ path }) => path[0] === first);
  const index = layoutOf(name).findIndex((part) =>
    part.kind === 'field' ? part.column === column : part.kind === 'body' && first === '本文',
  );
  return index < 0 ? undefined : index;
}
