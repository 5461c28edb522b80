/** What stands in which column of a noun's sheet, and the rows of a sheet as cells. */
import { columnsOf, type Column, type Reference } from './columns.ts';
import { nounTable, type NounName } from './nouns.ts';
import { valueAt } from '#model/problem.ts';
import { isData, ownerOf, ownIdOf, wordsOf, type NounRow, type NounRows } from './noun-rows.ts';

/**
 * A column of a sheet. `place`: 順, the place in a list whose order counts. `owner`: the name of what
 * the row belongs to. `id`, `ownerId`, `key`: grey, they say which row it was when it was written.
 */
export type SheetColumn =
  | { kind: 'field'; header: string; meaning: string; column: Column }
  | {
      kind: 'place' | 'owner' | 'body' | 'id' | 'ownerId' | 'key';
      header: string;
      meaning: string;
    };

const PLACE_HEADER = '順';
const ID_MEANING =
  '変えません。新しい行では空のままにします（アドレスになる名前を決めたいときは書きます）';

export function layoutOf(name: NounName): SheetColumn[] {
  const table = nounTable(name);
  const { owner, body, ordered, kept, schema } = table;
  const hasId = kept.as === 'files' || kept.as === 'items' || table.key === 'id';
  const fields = columnsOf(schema).filter(({ key }) => !(hasId && key === 'id'));
  // A row that is told by what it names: the name may change.
  const named = fields.find(({ key, refers }) => key === table.key && refers);
  return [
    ...(ordered
      ? [
          {
            kind: 'place',
            header: PLACE_HEADER,
            meaning: '並びの順。間に入れるときは 2.5 のように書く',
          } as const,
        ]
      : []),
    ...(owner
      ? [
          {
            kind: 'owner',
            header: owner.header,
            meaning: `「${nounTable(owner.table).sheet}」にある名前`,
          } as const,
        ]
      : []),
    ...fields.map((column) => ({
      kind: 'field' as const,
      header: column.header,
      meaning: column.meaning,
      column,
    })),
    ...(body
      ? [{ kind: 'body', header: body, meaning: '本文。段落ごとに欄の中で改行する' } as const]
      : []),
    ...(hasId && owner
      ? [
          {
            kind: 'ownerId',
            header: `${owner.header.replace(/名$/, '')}のid`,
            meaning: ID_MEANING,
          } as const,
        ]
      : []),
    ...(hasId ? [{ kind: 'id', header: 'id', meaning: ID_MEANING } as const] : []),
    ...(named
      ? [{ kind: 'key', header: `${named.header}のid`, meaning: ID_MEANING } as const]
      : []),
  ];
}

/** The names by which cells refer to rows of other tables. */
export class RowNames {
  readonly #labels = new Map<Reference, Map<string, string>>();

  readonly #before: RowNames | undefined;

  /** `before`: earlier names, by which cells may still refer to the rows. */
  constructor(rows: NounRows, before?: RowNames) {
    this.#before = before;
    const titles = (name: NounName, label: (title: string, key: string) => string) =>
      (rows.get(name) ?? []).map(({ key, data }): [string, string] => [
        key,
        label(nameOfRow({ key, data }), key),
      ]);
    for (const name of ['goals', 'sections', 'programmes'] as const)
      this.#labels.set(name, distinct(titles(name, (title) => title)));
    const any = (['goals', 'programmes', 'sections', 'pledges'] as const).flatMap((name) =>
      titles(name, (title) => `${nounTable(name).sheet}「${title}」`).map(
        ([key, label]): [string, string] => [`${name}/${key}`, label],
      ),
    );
    this.#labels.set('any', distinct(any));
  }

  /** All names of a kind, for a list to choose from. */
  all(reference: Reference): string[] {
    return [...(this.#labels.get(reference)?.values() ?? [])];
  }

  /** The id itself where the content has no such row. */
  label(reference: Reference, id: string): string {
    return this.#labels.get(reference)?.get(id) ?? id;
  }

  /** By its name, compared without width and white space, or by its id. */
  find(reference: Reference, name: string): string | undefined {
    const labels = this.#labels.get(reference) ?? new Map<string, string>();
    const wanted = plainName(name);
    const found = [...labels].find(
      ([id, label]) => id === name || plainName(label) === wanted,
    )?.[0];
    if (found !== undefined) return found;
    // A name that several have now is none of them, whatever it was before.
    if ([...labels.values()].some((label) => plainName(label.replace(ID_BEHIND, '')) === wanted))
      return undefined;
    const earlier = this.#before?.find(reference, name);
    return earlier !== undefined && labels.has(earlier) ? earlier : undefined;
  }
}

/** What {@link distinct} puts behind a name. */
const ID_BEHIND = / \[[^\]]+\]$/u;

/** A name without what word processors and typists vary: width and white space. */
export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '');

/** What people call a row: its title, its name, its units or its words. */
export function nameOfRow({ key, data }: Pick<NounRow, 'key' | 'data'>): string {
  const units =
    Array.isArray(data.units) && data.units.length > 0 ? data.units.join('、') : undefined;
  const words = data.title ?? data.name ?? units ?? data.text ?? data.heading ?? data.shown;
  return wordsOf(words) || key;
}

/** Names that occur twice carry their id behind them. */
function distinct(names: readonly [string, string][]): Map<string, string> {
  const counts = Map.groupBy(names, ([, label]) => plainName(label));
  return new Map(
    names.map(([id, label]) => [
      id,
      (counts.get(plainName(label))?.length ?? 0) > 1 ? `${label} [${id}]` : label,
    ]),
  );
}

/** The cells of a row, in the order of the layout. `place` counts from 1 among the rows of its owner. */
export function cellsOfRow(name: NounName, row: NounRow, place: number, names: RowNames): string[] {
  const { owner } = nounTable(name);
  return layoutOf(name).map((part) => {
    if (part.kind === 'field') return cellOf(part.column, row.data, names);
    if (part.kind === 'place') return String(place);
    if (part.kind === 'owner') return owner ? names.label(owner.table, ownerOf(row.key)) : '';
    if (part.kind === 'body') return row.body?.trim() ?? '';
    if (part.kind === 'key') return row.key;
    return part.kind === 'id' ? ownIdOf(row.key) : ownerOf(row.key);
  });
}

/** The value of a field as a cell holds it. */
export function cellOf(column: Column, data: NounRow['data'], names: RowNames): string {
  const { path, form, refers, choices, inList } = column;
  const text = (value: unknown): string => {
    const words = wordsOf(value);
    if (words === '') return '';
    return refers ? names.label(refers, words) : (choices?.get(words) ?? words);
  };
  const [list = '', inner = ''] = path;
  if (inList)
    return listAt(data[list])
      .map((row) => text(valueAt(row, [inner])))
      .join('\n');
  const value = valueAt(data, path);
  if (form === 'pairs') return listAt(value).map(pairText).join('\n');
  if (!Array.isArray(value)) return text(value);
  return value.map(text).join(form === 'lines' ? '\n' : '、');
}

const listAt = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const pairText = (pair: unknown): string =>
  isData(pair) ? Object.values(pair).map(String).join(': ') : '';
