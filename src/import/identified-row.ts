/** Which row of the content a row of a table is. */
import { id as idSchema } from '#model/fields.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, type SheetColumn } from '#tables/sheet-layout.ts';
import type { GivenCell, GivenRow } from './given-tables.ts';
import type { TableMerge } from './merged-tables.ts';

/** The cell of a kind; an empty one where the row has none. */
export const cellOfKind = (
  name: NounName,
  handedIn: GivenRow,
  kind: SheetColumn['kind'],
): GivenCell =>
  handedIn.cells[layoutOf(name).findIndex((part) => part.kind === kind)] ?? {
    where: handedIn.where,
    text: '',
  };

/** The cell that tells a row apart. */
export function keyCell(name: NounName, handedIn: GivenRow): GivenCell {
  const { key } = nounTable(name);
  const index = layoutOf(name).findIndex(({ column }) => column && column.key === key);
  return handedIn.cells[index] ?? cellOfKind(name, handedIn, 'id');
}

/**
 * `key`: of the row when it was exported, or without an export as the content has it; undefined for
 * a new row. `id`: what a person gave to a new row; empty where it has to be drafted.
 */
export function identifiedRow(handedIn: GivenRow, merge: TableMerge): { key?: string; id: string } {
  const { name, names, exported, now, faults } = merge;
  const { kept, key: keyField, owner } = nounTable(name);
  const knownRows = exported ?? now;
  const greyText = (kind: 'key' | 'ownerId') => cellOfKind(name, handedIn, kind).text.trim();
  const cell = keyCell(name, handedIn);
  const text = cell.text.trim();
  const column = layoutOf(name).find((part) => part.column?.key === keyField)?.column;
  let key = owner ? `${greyText('ownerId')}/${text}` : text;
  if (kept.as === 'record') key = '';
  else if (column) {
    const referredId = column.refers && names.find(column.refers, text);
    key = greyText('key') || (referredId ?? text);
    if (key === '') faults.add(cell, column.header);
  } else if (text !== '') {
    const [wrong] = idSchema.safeParse(text).error?.issues ?? [];
    if (wrong) faults.add(cell, wrong.message);
  }
  const id = column ? key : text;
  return knownRows.has(key) ? { key, id } : { id };
}
