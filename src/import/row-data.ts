/** The fields and the body of a row with some of its cells changed. */
import { fieldNamesOf, type Column } from '#tables/columns.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { cellOf, layoutOf, type RowNames } from '#tables/sheet-layout.ts';
import type { Data, NounRow } from '#tables/noun-rows.ts';
import { bodyOfCell, listOfCells, valueOfCell, type CellResult } from './cell-values.ts';
import type { CellFaults, GivenRow } from './given-tables.ts';

/** `changed`: place in the layout → text. Cells that hold no value of their field are faults. */
export function withCells(
  name: NounName,
  row: Pick<NounRow, 'data' | 'body'>,
  changed: ReadonlyMap<number, string>,
  given: GivenRow,
  names: RowNames,
  faults: CellFaults,
): Pick<NounRow, 'data' | 'body'> {
  const layout = layoutOf(name);
  let { data, body } = row;
  const put = (path: readonly string[], result: CellResult, index: number) => {
    if ('expected' in result) faults.add(given.whereIs(index), changed.get(index), result.expected);
    else data = withValue(data, path, result.value);
  };
  const lists = new Set<string>();
  for (const [index, text] of changed) {
    const part = layout[index];
    if (part?.kind === 'body') body = bodyOfCell(text);
    if (part?.kind !== 'field') continue;
    const { column } = part;
    if (!column.inList) put(column.path, valueOfCell(column, text, names), index);
    else if (!lists.has(column.path[0] ?? '')) {
      lists.add(column.path[0] ?? '');
      const siblings = layout.flatMap((other, place): [number, Column][] =>
        other.kind === 'field' && other.column.path[0] === column.path[0]
          ? [[place, other.column]]
          : [],
      );
      const texts = siblings.map(
        ([place, sibling]) => changed.get(place) ?? cellOf(sibling, row.data, names),
      );
      const columns = siblings.map(([, sibling]) => sibling);
      const isEmpty = texts.every((cell) => cell === '');
      const list = isEmpty ? { value: undefined } : listOfCells(columns, texts, names);
      put(column.path.slice(0, 1), list, index);
    }
  }
  return { data: inSchemaOrder(name, data), body };
}

/** A copy with the value at the path; a block of fields that is left without any goes. */
function withValue(data: Data, [field = '', ...rest]: readonly string[], value: unknown): Data {
  const { [field]: old, ...others } = data;
  const inner = rest.length === 0 ? value : withValue((old ?? {}) as Data, rest, value);
  const isGone =
    inner === undefined || (rest.length > 0 && Object.keys(inner as Data).length === 0);
  if (isGone) return others;
  return field in data ? { ...data, [field]: inner } : { ...others, [field]: inner };
}

/** New fields stand where the schema has them; those that no column holds come last. */
export function inSchemaOrder(name: NounName, data: Data): Data {
  const order = fieldNamesOf(nounTable(name).schema, data);
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => rank(a) - rank(b)));
}
