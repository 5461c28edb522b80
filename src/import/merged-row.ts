/** The merge of one row: see merged-tables.ts. */
import { id as idSchema } from '#model/fields.ts';
import { quote } from '#model/problem.ts';
import { groupOf, ownIdOf, type NounRow } from '#tables/noun-rows.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { fieldNamesOf } from '#tables/shape.ts';
import { layoutOf, nameOfRow, plainName, type SheetColumn } from '#tables/sheet-layout.ts';
import type { Data } from '#text/content-file.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';
import { someNames } from './cell-values.ts';
import { draftId, freeId } from './drafts.ts';
import { isSameText, type GivenCell, type GivenRow } from './given-tables.ts';
import type { MergedRow, TableMerge } from './merged-tables.ts';
import { inSchemaOrder, withCells } from './row-data.ts';

const placeOf = (name: NounName, kind: SheetColumn['kind']): number =>
  layoutOf(name).findIndex((part) => part.kind === kind);

/**
 * Which row of the content a row of a table is. `key`: of the row when it was exported, or without
 * an export as the content has it; undefined for a new row. `id`: what a person gave to a new row;
 * empty where it has to be drafted. `cell`: what tells the row apart.
 */
export function identifiedRow(handedIn: GivenRow, merge: TableMerge) {
  const { name, names, exported, now, faults } = merge;
  const { key: keyField = 'id', owner } = nounTable(name);
  const layout = layoutOf(name);
  const place = layout.findIndex(({ kind, column }) => (column?.key ?? kind) === keyField);
  const { column } = layout[place] ?? {};
  const cell = handedIn.cells[place] ?? { where: handedIn.where, text: '' };
  const greyText = (kind: 'key' | 'ownerId') =>
    handedIn.cells[placeOf(name, kind)]?.text.trim() ?? '';
  let id = cell.text.trim();
  if (column) {
    id = greyText('key') || ((column.refers && names.find(column.refers, id)) ?? id);
    if (id === '') faults.add(cell, column.header);
  } else if (id !== '') {
    const [wrong] = idSchema.safeParse(id).error?.issues ?? [];
    if (wrong) faults.add(cell, wrong.message);
  }
  const key = owner ? `${greyText('ownerId')}/${id}` : id;
  return { key: (exported ?? now).has(key) ? key : undefined, id, cell };
}

/**
 * `before` with the cells that a person changed; undefined for a new row, whose `id` is drafted
 * where a person gave none. `others`: the rows that it may stand beside.
 */
export async function mergedRow(
  before: NounRow | undefined,
  id: string,
  handedIn: GivenRow,
  others: readonly NounRow[],
  merge: TableMerge,
): Promise<MergedRow> {
  const { name, names, now, exported, readings, faults } = merge;
  const { owner, key: keyField, kept, body: hasBody } = nounTable(name);
  const changed = changedCells(before?.key, handedIn, merge);
  const group = before && groupOf(name, before);
  const ownerKey = ownerNamed(handedIn, changed, group ?? '', merge);
  if (before && changed.size === 0) return before;
  const row = before ?? { data: {}, body: hasBody && '' };
  const { data, body } = withCells(name, row, changed, names, faults);
  const siblings = () => others.filter((other) => groupOf(name, other) === ownerKey);
  const stays = before && ownerKey === group;
  let ownId = before ? ownIdOf(before.key) : id;
  if (before && !stays) ownId = freeId(ownId, siblings());
  if (!before && id === '' && kept.as !== 'record') {
    const called = nameOfRow({ key: owner ? names.label(owner.table, ownerKey) : '', data });
    const twin = siblings().find(
      (other) =>
        now.has(other.key) &&
        !exported?.has(other.key) &&
        plainName(nameOfRow(other)) === plainName(called),
    );
    const expected = `まだ content/ にない行（${twin?.key ?? ''} として、もうあります。新しい plan.xlsx から始める）`;
    if (twin) faults.add({ where: handedIn.where, text: called }, expected);
    ownId = await draftId(called, siblings(), readings);
  }
  const place = changed.get(placeOf(name, 'place'));
  const number = Number(place?.text.normalize('NFKC') || NaN);
  if (place && Number.isNaN(number)) faults.add(place, '順の数（例: 3、2.5）');
  return {
    key: stays ? before.key : owner ? `${ownerKey}/${ownId}` : ownId,
    data: inSchemaOrder(name, {
      ...data,
      ...(keyField === 'id' && { id: ownId }),
      ...(!before && kept.as === 'files' && nextPlace(name, data, siblings())),
    }),
    body,
    handedIn,
    ...(before && !stays && { movedFrom: before.key }),
    ...(place && { place: number }),
  };
}

type ChangedCells = ReadonlyMap<number, GivenCell>;

/**
 * The cells that a person changed, by their place in the layout, with odd characters put right.
 * Those that the content has changed as well are faults.
 */
function changedCells(
  key: string | undefined,
  handedIn: GivenRow,
  { name, now, exported, merged, faults }: TableMerge,
): ChangedCells {
  const inContent = key === undefined ? undefined : now.get(key);
  const inExport = key === undefined ? undefined : (exported?.get(key) ?? inContent);
  const changed = new Map<number, GivenCell>();
  for (const [index, { kind, column }] of layoutOf(name).entries()) {
    const cell = handedIn.cells[index];
    const isRead = ['field', 'body', 'owner', 'place'].includes(kind);
    // Tables without an export number the rows anew: only their order would count.
    const isNumber = kind === 'place' || ['order', 'number'].includes(column?.key ?? '');
    if (!cell || !isRead || (isNumber && !exported && key !== undefined)) continue;
    const [here, then] = [inContent?.[index], inExport?.[index]];
    if (isSameText(cell.text, then) || isSameText(cell.text, here)) continue;
    const both = `書き出したあとに content/ でも ${quote(here)} に変わっています。どちらかにそろえる`;
    if (!isSameText(here, then)) faults.add(cell, both);
    const { text, count } = tidyCharacters(cell.text);
    merged.tidied += count;
    changed.set(index, { ...cell, text });
  }
  return changed;
}

/** The key of the owner that a row names, which must be in the plan; empty for other tables. */
function ownerNamed(
  handedIn: GivenRow,
  changed: ChangedCells,
  before: string,
  { name, names, faults }: TableMerge,
): string {
  const { owner } = nounTable(name);
  if (!owner) return '';
  const place = placeOf(name, 'owner');
  const key = names.find(owner.table, changed.get(place)?.text ?? before);
  const expected = `「${nounTable(owner.table).sheet}」にある名前。${someNames(owner.table, names)}（それを消すときは、この行も消す）`;
  if (key === undefined)
    faults.add(handedIn.cells[place] ?? { where: handedIn.where, text: '' }, expected);
  return key ?? '';
}

/** The field of a file that has yet to say its place, with the next one. */
function nextPlace(name: NounName, data: Data, others: readonly NounRow[]): Data {
  const fields = fieldNamesOf(nounTable(name).schema, data);
  const field = ['order', 'number'].find((each) => fields.includes(each));
  if (!field || data.order !== undefined || data.number !== undefined) return {};
  const near = others.filter((row) => row.data.goal === data.goal);
  const places = near.map((row) => Number(row.data.order ?? row.data.number ?? 0));
  return { [field]: Math.floor(Math.max(0, ...places)) + 1 };
}
