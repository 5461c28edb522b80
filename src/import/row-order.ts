/** Where new and moved rows stand among the others. */
import { columnsOf } from '#tables/columns.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { ownerOf, wordsOf, type NounRow } from '#tables/noun-rows.ts';
import type { CellFaults, GivenRow } from './given-tables.ts';
import { inSchemaOrder } from './row-data.ts';

/** The field of a file that holds its place. */
const placeFieldOf = (name: NounName): 'order' | 'number' | undefined => {
  const keys = columnsOf(nounTable(name).schema).map(({ key }) => key);
  return (['order', 'number'] as const).find((field) => keys.includes(field));
};

const groupOf = (name: NounName, { key, data }: NounRow): string =>
  nounTable(name).owner ? ownerOf(key) : wordsOf(data.goal);

/**
 * The rows in their order. `places`: what a person wrote into 順, for rows that are new or were
 * moved. Where a field holds the place, new rows without one get the next.
 */
export function orderedRows(
  name: NounName,
  rows: readonly NounRow[],
  places: ReadonlyMap<NounRow, string>,
  sources: ReadonlyMap<NounRow, GivenRow>,
  faults: CellFaults,
): NounRow[] {
  const field = placeFieldOf(name);
  const groups = Map.groupBy(rows, (row) => groupOf(name, row));
  if (nounTable(name).kept.as === 'files' && field)
    for (const group of groups.values()) fillPlaces(name, group, field);
  if (!nounTable(name).ordered || places.size === 0) return [...rows];
  return [...groups.values()].flatMap((group) => {
    const place = (row: NounRow) => {
      const given = places.get(row);
      const number = given === undefined ? group.indexOf(row) + 1 : numberIn(given);
      if (Number.isNaN(number))
        faults.add(sources.get(row)?.whereIs(0) ?? '', given, '順の数（例: 3、2.5）');
      return number;
    };
    const keyed = group.map((row): [number, NounRow] => [place(row), row]);
    return keyed.sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
  });
}

/** An empty place comes last. */
const numberIn = (text: string): number =>
  text === '' ? Infinity : Number(text.normalize('NFKC'));
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** In place: rows without a place get the next whole number of their group. */
function fillPlaces(name: NounName, group: readonly NounRow[], field: 'order' | 'number'): void {
  for (const row of group) {
    if (row.data[field] !== undefined || row.data.number !== undefined) continue;
    const places = group.map(({ data }) => Number(data[field] ?? data.number ?? 0));
    row.data = inSchemaOrder(name, {
      ...row.data,
      [field]: Math.floor(Math.max(0, ...places)) + 1,
    });
  }
}
