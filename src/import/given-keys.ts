/** Which row of the content each row of a table is. */
import { id as idSchema } from '#model/fields.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, plainName, type RowNames } from '#tables/sheet-layout.ts';
import type { CellFaults, CellsByKey, GivenRow } from './given-tables.ts';

export interface IdentifiedRow {
  given: GivenRow;
  /** The key of the row when it was exported, or that it has in the content; undefined for a new row. */
  key: string | undefined;
  /** The id that a person gave to a new row; empty where one has to be drafted. */
  id: string;
}

const SUM = /^(?:合計|小計|総計|計)$|^※/u;
/** What the example rows of an empty workbook begin with. */
export const EXAMPLE = '（例）';

/**
 * By the grey columns, or by the column that tells the rows of the table apart. `known`: the rows as
 * exported or, without an export, as the content has them; then a row without an id is the one that
 * has the same words.
 */
export function identifyRows(
  name: NounName,
  rows: readonly GivenRow[],
  known: { cells: CellsByKey; exported: boolean },
  names: RowNames,
  faults: CellFaults,
): IdentifiedRow[] {
  const seen = new Set<string>();
  return rows.flatMap((given): IdentifiedRow[] => {
    const before = faults.count;
    checkWords(given, faults);
    const row = identified(name, given, known, names, faults);
    if (row.key !== undefined && seen.has(row.key))
      faults.add(
        given.whereIs(keyIndex(name)),
        row.key,
        '一度だけ出る行（行を写して足したときは、灰色の列を空にする）',
      );
    if (row.key !== undefined) seen.add(row.key);
    return faults.count > before ? [] : [row];
  });
}

/** Reports a sum, a note and an example, which are no rows of a plan. */
function checkWords({ cells, whereIs }: GivenRow, faults: CellFaults): void {
  for (const [index, text = ''] of cells.entries()) {
    if (SUM.test(plainName(text)))
      faults.add(whereIs(index), text, '計画の行だけ（合計や注は表に入れない）');
  }
  const example = cells.findIndex((text) => text?.startsWith(EXAMPLE));
  if (example >= 0)
    faults.add(whereIs(example), cells[example], '計画のことば（例の行は消すか、書きかえる）');
}

/** The place in the layout of the column that tells rows apart. */
function keyIndex(name: NounName): number {
  const { key } = nounTable(name);
  const layout = layoutOf(name);
  const id = layout.findIndex(({ kind }) => kind === 'id');
  return id >= 0
    ? id
    : layout.findIndex((part) => part.kind === 'field' && part.column.key === key);
}

function identified(
  name: NounName,
  given: GivenRow,
  { cells: known, exported }: { cells: CellsByKey; exported: boolean },
  names: RowNames,
  faults: CellFaults,
): IdentifiedRow {
  const layout = layoutOf(name);
  const textOf = (kind: string) =>
    (given.cells[layout.findIndex((part) => part.kind === kind)] ?? '').trim();
  if (nounTable(name).kept.as === 'record')
    return { given, key: known.has('') ? '' : undefined, id: '' };
  const index = keyIndex(name);
  const part = layout[index];
  if (part?.kind === 'field') {
    const text = (given.cells[index] ?? '').trim();
    const { refers } = part.column;
    const key = textOf('key') || (refers ? (names.find(refers, text) ?? text) : text);
    if (key === '') faults.add(given.whereIs(index), '', part.header);
    return { given, key: known.has(key) ? key : undefined, id: key };
  }
  const id = textOf('id');
  const wrong = id === '' ? undefined : idSchema.safeParse(id).error?.issues[0];
  if (wrong) faults.add(given.whereIs(index), id, wrong.message);
  const key = nounTable(name).owner ? `${textOf('ownerId')}/${id}` : id;
  if (id !== '' && known.has(key)) return { given, key, id };
  return { given, key: exported || id !== '' ? undefined : keyByWords(name, given, known), id };
}

/** The columns that name a row. */
const namingIndexes = (name: NounName): number[] =>
  layoutOf(name).flatMap((part, index) =>
    part.kind === 'owner' ||
    (part.kind === 'field' && ['title', 'name', 'text', 'units'].includes(part.column.key))
      ? [index]
      : [],
  );

/** What a row says in the columns that name it. */
export const nameIn = (name: NounName, { cells }: Pick<GivenRow, 'cells'>): string =>
  namingIndexes(name)
    .map((index) => cells[index] ?? '')
    .join(' ');

/** The one known row with the same words in the columns that name it. */
export function keyByWords(name: NounName, given: GivenRow, known: CellsByKey): string | undefined {
  const words = plainName(nameIn(name, given));
  const same = [...known].filter(
    ([, cells]) => words !== '' && plainName(nameIn(name, { cells: [...cells] })) === words,
  );
  return same.length === 1 ? same[0]?.[0] : undefined;
}
