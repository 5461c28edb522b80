/** The fields and the body of a row with some of its cells changed. */
import { Refusal } from '#model/problem.ts';
import type { NounRow } from '#tables/noun-rows.ts';
import { cellOf } from '#tables/columns.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { fieldNamesOf } from '#tables/shape.ts';
import { layoutOf, type RowNames } from '#tables/sheet-layout.ts';
import type { Data } from '#text/content-file.ts';
import { blocksOfCells, bodyOfCell, valueOfCell } from './cell-values.ts';
import type { CellFaults, GivenCell } from './given-tables.ts';

type Fields = Pick<NounRow, 'data' | 'body'>;

/** `changed`: place in the layout → cell. Cells that hold no value of their field are faults. */
export function withCells(
  name: NounName,
  row: Fields,
  changed: ReadonlyMap<number, GivenCell>,
  names: RowNames,
  faults: CellFaults,
): Fields {
  const layout = layoutOf(name);
  let { data, body } = row;
  /** From the cells of all columns of a list, changed or not. */
  const blocksOf = (list: string | undefined) => {
    const cells = [...layout.entries()].flatMap(([index, { column }]) => {
      if (!column || column.path[0] !== list) return [];
      return [[column, changed.get(index)?.text ?? cellOf(column, row.data, names)] as const];
    });
    return blocksOfCells(cells, names);
  };
  for (const [index, cell] of changed) {
    const { kind, column } = layout[index] ?? {};
    if (kind === 'body') body = bodyOfCell(cell.text);
    if (!column) continue;
    const { path, inList } = column;
    try {
      const value = inList ? blocksOf(path[0]) : valueOfCell(column, cell.text, names);
      data = withValue(data, inList ? path.slice(0, 1) : path, value);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      faults.add(cell, error.message);
    }
  }
  return { data, body };
}

/** A copy with the value at the path; a block of fields that is left without any goes. */
function withValue(data: Data, [field = '', ...rest]: readonly string[], value: unknown): Data {
  const { [field]: old, ...others } = data;
  const inner = rest.length === 0 ? value : withValue((old ?? {}) as Data, rest, value);
  const isGone =
    inner === undefined || (rest.length > 0 && Object.keys(inner as Data).length === 0);
  return isGone ? others : { ...data, [field]: inner };
}

/** New fields stand where the schema has them; those that no column holds come last. */
export function inSchemaOrder(name: NounName, data: Data): Data {
  const order = fieldNamesOf(nounTable(name).schema, data);
  const rank = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => rank(a) - rank(b)));
}
