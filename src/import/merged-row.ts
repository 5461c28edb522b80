/** The merge of one row: see merged-tables.ts. */
import { quote } from '#model/problem.ts';
import { groupOf, ownerOf, ownIdOf, type NounRow } from '#tables/noun-rows.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { fieldNamesOf } from '#tables/shape.ts';
import { layoutOf, nameOfRow, plainName } from '#tables/sheet-layout.ts';
import type { Data } from '#text/content-file.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';
import { someNames } from './cell-values.ts';
import { draftId, freeId } from './draft-id.ts';
import { isSameText, type GivenCell, type GivenRow } from './given-tables.ts';
import { cellOfKind, keyCell } from './identified-row.ts';
import type { MergedRow, TableMerge } from './merged-tables.ts';
import { inSchemaOrder, withCells } from './row-data.ts';

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
  const { name, names, merged, readings, faults } = merge;
  const { owner, key: keyField, sheet, kept, body: hasBody } = nounTable(name);
  const changed = changedCells(before?.key, handedIn, merge);
  const ofKind = (kind: string) =>
    changed.get(layoutOf(name).findIndex((part) => part.kind === kind));
  const group = before && groupOf(name, before);
  const ownerKey = ownerNamed(handedIn, ofKind('owner')?.text ?? group ?? '', merge);
  if (before && changed.size === 0) return before;
  const row = before ?? { key: '', data: {}, body: hasBody && '' };
  const { data, body } = withCells(name, row, changed, names, faults);
  const siblings = owner ? others.filter((other) => ownerOf(other.key) === ownerKey) : others;
  const taken = () => siblings.map((other) => ownIdOf(other.key));
  const isDrafted = !before && id === '' && kept.as !== 'record';
  const ownerName = owner ? names.label(owner.table, ownerKey) : '';
  const stays = before && ownerKey === group;
  let ownId = before ? ownIdOf(before.key) : id;
  if (isDrafted) ownId = await draftId(data, ownerName, taken(), readings);
  else if (before && !stays) ownId = freeId(ownId, taken());
  const key = stays ? before.key : owner ? `${ownerKey}/${ownId}` : ownId;
  if (!before && siblings.some((other) => other.key === key))
    faults.add(keyCell(name, handedIn), 'ほかの行と違うid', ownId);
  if (isDrafted) {
    checkTwin({ key, data, handedIn }, siblings, merge);
    merged.notes.push(
      `id の下書き 「${sheet}」の ${key}（アドレスになります。変えるなら、公開する前に id の列に書いてください）`,
    );
  }
  const placeCell = ofKind('place');
  return {
    key,
    data: inSchemaOrder(name, {
      ...data,
      ...(keyField === 'id' && { id: ownId }),
      ...(!before && nextPlace(name, data, siblings)),
    }),
    body,
    handedIn,
    ...(before && !stays && { movedFrom: before.key }),
    ...(placeCell && { place: placeIn(placeCell, merge) }),
  };
}

/** Reports a new row with the name of one that the content has got already. */
function checkTwin(row: MergedRow, siblings: readonly NounRow[], merge: TableMerge): void {
  const { now, exported, faults } = merge;
  const text = nameOfRow(row);
  const twin = siblings.find(({ key, data }) => {
    const isKnown = now.has(key) && !exported?.has(key);
    return isKnown && text !== row.key && plainName(nameOfRow({ key, data })) === plainName(text);
  });
  const where = row.handedIn?.where ?? '';
  const expected = `まだ content/ にない行（${twin?.key ?? ''} として、もうあります。新しい plan.xlsx から始める）`;
  if (twin) faults.add({ where, text }, expected);
}

/**
 * The cells that a person changed, by their place in the layout, with odd characters put right.
 * Those that the content has changed as well are faults.
 */
function changedCells(
  key: string | undefined,
  handedIn: GivenRow,
  { name, now, exported, merged, faults }: TableMerge,
): ReadonlyMap<number, GivenCell> {
  const contentTexts = now.get(key ?? NO_KEY) ?? [];
  const exportedTexts = exported?.get(key ?? NO_KEY) ?? contentTexts;
  const changed = new Map<number, GivenCell>();
  for (const [index, { kind, column }] of layoutOf(name).entries()) {
    const cell = handedIn.cells[index];
    const isRead = ['field', 'body', 'owner', 'place'].includes(kind);
    // Tables without an export number the rows anew: only their order would count.
    const isNumber = kind === 'place' || ['order', 'number'].includes(column?.key ?? '');
    if (!cell || !isRead || (isNumber && !exported && key !== undefined)) continue;
    if (isSameText(cell.text, exportedTexts[index]) || isSameText(cell.text, contentTexts[index]))
      continue;
    const both = `書き出したあとに content/ でも ${quote(contentTexts[index])} に変わっています。どちらかにそろえる`;
    if (!isSameText(contentTexts[index], exportedTexts[index])) faults.add(cell, both);
    const { text, count } = tidyCharacters(cell.text);
    merged.tidied += count;
    changed.set(index, { ...cell, text });
  }
  return changed;
}
const NO_KEY = '\0';

/** The key of the owner that a row names, which must be in the plan; empty for other tables. */
function ownerNamed(handedIn: GivenRow, text: string, { name, names, faults }: TableMerge): string {
  const { owner } = nounTable(name);
  if (!owner) return '';
  const key = names.find(owner.table, text);
  const expected = `「${nounTable(owner.table).sheet}」にある名前（${someNames(owner.table, names)}。それを消すときは、この行も消す）`;
  if (key === undefined) faults.add(cellOfKind(name, handedIn, 'owner'), expected);
  return key ?? '';
}

function placeIn(cell: GivenCell, { faults }: TableMerge): number {
  const place = Number(cell.text.normalize('NFKC'));
  if (Number.isNaN(place)) faults.add(cell, '順の数（例: 3、2.5）');
  return place;
}

/** The field of a file that has yet to say its place, with the next one. */
function nextPlace(name: NounName, data: Data, others: readonly NounRow[]): Data {
  const fields = fieldNamesOf(nounTable(name).schema, data);
  const field = ['order', 'number'].find((each) => fields.includes(each));
  const isPlaced = data.order !== undefined || data.number !== undefined;
  if (!field || isPlaced || nounTable(name).kept.as !== 'files') return {};
  const near = others.filter((row) => row.data.goal === data.goal);
  const places = near.map((row) => Number(row.data.order ?? row.data.number ?? 0));
  return { [field]: Math.floor(Math.max(0, ...places)) + 1 };
}
