/** What stands in which column of a noun's sheet, and the rows of a sheet as cells. */
import { memoized } from '#model/memoized.ts';
import { cellOf, columnsOf, type Column } from './columns.ts';
import {
  groupOf,
  inPrintedOrder,
  ownerOf,
  ownIdOf,
  wordsOf,
  type NounRow,
  type NounRows,
} from './noun-rows.ts';
import { nounNames, nounTable, type NounName, type NounTable } from './nouns.ts';
import type { Reference } from './shape.ts';

/**
 * A column of a sheet. `place`: 順, the place in a list whose order counts. `owner`: the name of
 * what the row belongs to. `id`, `ownerId`, `key`: grey, they say which row it was when it was
 * written.
 */
export interface SheetColumn {
  kind: 'field' | 'place' | 'owner' | 'body' | 'id' | 'ownerId' | 'key';
  header: string;
  meaning: string;
  /** Of a `field`. */
  column?: Column | undefined;
  /** What its cells name. */
  refers?: Reference | undefined;
}

const ID_MEANING =
  '変えません。新しい行では空のままにします（アドレスになる名前を決めたいときは書きます）';

export const layoutOf = (name: NounName): SheetColumn[] => layouts(nounTable(name));

const layouts = memoized((table: NounTable): SheetColumn[] => {
  const { owner, body, ordered, kept, schema, key: keyField } = table;
  const hasId = 'folder' in kept || keyField === 'id';
  const fields = columnsOf(schema).filter(({ key }) => !(hasId && key === 'id'));
  // A row that is told by what it names: the name may change.
  const named = fields.find(({ key, refers }) => key === keyField && refers);
  const part = (
    kind: SheetColumn['kind'],
    header: string,
    meaning = ID_MEANING,
    more: Pick<SheetColumn, 'column' | 'refers'> = {},
  ): SheetColumn => ({ kind, header, meaning, ...more });
  const ownerMeaning = owner && `「${nounTable(owner.table).sheet}」にある名前`;
  const parts = [
    ordered && part('place', '順', '並びの順。間に入れるときは 2.5 のように書く'),
    owner && part('owner', owner.header, ownerMeaning, { refers: owner.table }),
    ...fields.map((column) =>
      part('field', column.header, column.meaning, { column, refers: column.refers }),
    ),
    body !== undefined && part('body', body, '本文。段落ごとに欄の中で改行する'),
    owner && part('ownerId', `${owner.header.replace(/名$/, '')}のid`),
    hasId && part('id', 'id'),
    named && part('key', `${named.header}のid`),
  ];
  return parts.filter((part) => part !== undefined && part !== false);
});

/** A name without what word processors and typists vary: width and white space. */
export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '');

/** What people call a row: its title, its name, its units or its words. */
export function nameOfRow({ key, data }: Pick<NounRow, 'key' | 'data'>): string {
  const units = Array.isArray(data.units) ? data.units.join('、') || undefined : undefined;
  const words = data.title ?? data.name ?? units ?? data.text ?? data.heading ?? data.shown;
  return wordsOf(words) || key;
}

/** The tables whose rows a reference names. */
const NAMED: Readonly<Record<Reference, readonly NounName[]>> = {
  goals: ['goals'],
  sections: ['sections'],
  programmes: ['programmes'],
  any: ['goals', 'programmes', 'sections', 'pledges'],
};

/** The names by which cells refer to rows of other tables. */
export class RowNames {
  readonly #labels: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(rows: NounRows) {
    const labelsIn = (name: NounName, isAny: boolean) =>
      (rows.get(name) ?? []).map((row): [string, string] => {
        const words = nameOfRow(row);
        if (!isAny) return [row.key, words];
        return [`${name}/${row.key}`, `${nounTable(name).sheet}「${words}」`];
      });
    this.#labels = new Map(
      Object.entries(NAMED).map(([reference, tables]) => [
        reference,
        distinct(tables.flatMap((name) => labelsIn(name, reference === 'any'))),
      ]),
    );
  }

  /** Id → name, of all rows of a kind. */
  all = (reference: Reference): ReadonlyMap<string, string> =>
    this.#labels.get(reference) ?? new Map<string, string>();

  /** The id itself where the content has no such row. */
  label = (reference: Reference, id: string): string => this.all(reference).get(id) ?? id;

  /** The id of a name, compared without width and white space, or of the id itself. */
  find(reference: Reference, name: string): string | undefined {
    const wanted = plainName(name);
    const labels = [...this.all(reference)];
    return labels.find(([id, label]) => id === name || plainName(label) === wanted)?.[0];
  }
}

/** Names that occur twice carry their id behind them. */
function distinct(names: readonly [string, string][]): ReadonlyMap<string, string> {
  const same = Map.groupBy(names, ([, label]) => plainName(label));
  const isOnly = (label: string) => same.get(plainName(label))?.length === 1;
  return new Map(names.map(([id, label]) => [id, isOnly(label) ? label : `${label} [${id}]`]));
}

/**
 * Key of a row → its cells in the order of the layout; undefined for a column that was not there.
 */
export type CellsByKey = ReadonlyMap<string, readonly (string | undefined)[]>;
export type TableCells = ReadonlyMap<NounName, CellsByKey>;

/** All tables as cells: what the workbook holds, and what an import compares. */
export function cellsOfTables(rows: NounRows, names = new RowNames(rows)): TableCells {
  const ordered = inPrintedOrder(rows);
  return new Map(
    nounNames.map((name) => {
      const groups = Map.groupBy(ordered.get(name) ?? [], (row) => groupOf(name, row));
      const cells = [...groups.values()].flatMap((group) =>
        group.map((row, index) => [row.key, cellsOfRow(name, row, index + 1, names)] as const),
      );
      return [name, new Map(cells)];
    }),
  );
}

/** `place` counts from 1 among the rows of its owner. */
function cellsOfRow(name: NounName, row: NounRow, place: number, names: RowNames): string[] {
  const { owner } = nounTable(name);
  const cells: Partial<Record<SheetColumn['kind'], string | undefined>> = {
    place: String(place),
    owner: owner && names.label(owner.table, ownerOf(row.key)),
    body: row.body?.trim(),
    key: row.key,
    id: ownIdOf(row.key),
    ownerId: ownerOf(row.key),
  };
  return layoutOf(name).map(({ kind, column }) =>
    column ? cellOf(column, row.data, names) : (cells[kind] ?? ''),
  );
}
