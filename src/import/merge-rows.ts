/**
 * Three-way merge of tables into the content: cells as exported, as given, and as they are in the
 * content now. What nobody changed in the table stays as it is in the content.
 */
import type { Column } from '#tables/columns.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import { quote } from '#model/problem.ts';
import type { Readings } from '#model/reading.ts';
import {
  ownerOf,
  ownIdOf,
  readingsOfRows,
  type NounRow,
  type NounRows,
} from '#tables/noun-rows.ts';
import { cellOf, layoutOf, RowNames } from '#tables/sheet-layout.ts';
import { exportedRows } from '#tables/workbook.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';
import { proposeId } from './draft-ids.ts';
import { identifyRows, keyByWords, nameIn, type IdentifiedRow } from './given-keys.ts';
import { CellFaults, type CellsByKey, type Given, type GivenRow } from './given-tables.ts';
import { someOf } from './cell-values.ts';
import { inSchemaOrder, withCells } from './row-data.ts';
import { orderedRows } from './row-order.ts';

export interface Merged {
  rows: NounRows;
  /** The row of a table that each changed or added row came from. */
  sources: Map<NounRow, GivenRow>;
  /** Ids that were drafted from words. */
  drafted: { name: NounName; key: string }[];
  /** How many odd characters were put right in changed cells. */
  tidied: number;
  /** Rows of the content that the table does not have and that stay, as nobody exported them. */
  kept: { name: NounName; key: string }[];
}

/** Each after the tables that its cells refer to. */
const ORDER = nounNames.toSorted((a, b) => rank(a) - rank(b));
function rank(name: NounName): number {
  return ['goals', 'sections', 'programmes', 'activities', 'pledges'].indexOf(name) + 1 || 6;
}

export async function mergeRows(
  given: Given,
  current: NounRows,
  faults: CellFaults,
): Promise<Merged> {
  const merger = new Merger(given, current, faults);
  for (const name of ORDER) await merger.merge(name);
  return merger.merged;
}

const same = (a: string | undefined, b: string | undefined): boolean =>
  a === b || tidyCharacters(a ?? '').text === tidyCharacters(b ?? '').text;

class Merger {
  readonly merged: Merged;
  readonly #given: Given;
  readonly #current: NounRows;
  readonly #currentCells: ReadonlyMap<NounName, CellsByKey>;
  readonly #faults: CellFaults;
  readonly #readings: Readings;

  constructor(given: Given, current: NounRows, faults: CellFaults) {
    this.#given = given;
    this.#current = current;
    this.#faults = faults;
    this.#readings = readingsOfRows(current.get('readings') ?? []);
    this.#currentCells = new Map(
      [...exportedRows(current)].map(([name, rows]) => [
        name,
        new Map(rows.map(({ key, cells }) => [key, cells])),
      ]),
    );
    this.merged = { rows: new Map(current), sources: new Map(), drafted: [], tidied: 0, kept: [] };
  }

  async merge(name: NounName): Promise<void> {
    const table = this.#given.tables.get(name);
    if (!table) return;
    const now: CellsByKey = this.#currentCells.get(name) ?? new Map();
    const exported = this.#given.exported?.get(name);
    const base = exported ?? now;
    const names = this.#names();
    const known = { cells: base, exported: exported !== undefined };
    const identified = identifyRows(name, table, known, names, this.#faults);
    const byKey = new Map(identified.map((row) => [row.key, row]));
    const places = new Map<NounRow, string>();
    const rows: NounRow[] = [];
    for (const row of this.#current.get(name) ?? []) {
      const mine = byKey.get(row.key);
      if (!mine && exported?.has(row.key)) this.#remove(name, row.key, base, now);
      else {
        const next = mine ? this.#change(name, row, mine, base, now, names) : row;
        if (!mine) this.merged.kept.push({ name, key: row.key });
        const place = mine && this.#changedPlace(name, mine, base);
        if (mine && place !== undefined) {
          places.set(next, place);
          this.merged.sources.set(next, mine.given);
        }
        rows.push(next);
      }
    }
    const fresh = new Map([...now].filter(([key]) => !base.has(key)));
    for (const mine of identified) {
      if (mine.key !== undefined) {
        if (!now.has(mine.key)) this.#goneHere(name, mine, base, now, names);
        continue;
      }
      if (isEmptyRecord(name, mine.given)) continue;
      const twin = keyByWords(name, mine.given, fresh);
      if (mine.id === '' && twin !== undefined) {
        const expected = `まだ content/ にない行（${twin} として、もうあります。新しい plan.xlsx から始める）`;
        this.#faults.add(mine.given.whereIs(), nameIn(name, mine.given), expected);
        continue;
      }
      const added = await this.#add(name, mine, rows, names);
      const place = this.#placeOf(name, mine.given);
      places.set(added, place);
      rows.push(added);
    }
    this.merged.rows.set(name, orderedRows(name, rows, places, this.merged.sources, this.#faults));
  }

  #names(): RowNames {
    return new RowNames(this.merged.rows, this.#current);
  }

  /** The row with the cells that a person changed; they must not have been changed here as well. */
  #change(
    name: NounName,
    row: NounRow,
    { given }: IdentifiedRow,
    base: CellsByKey,
    now: CellsByKey,
    names: RowNames,
  ): NounRow {
    const changed = new Map<number, string>();
    let owner = ownerOf(row.key);
    for (const [index, part] of layoutOf(name).entries()) {
      const mine = given.cells[index];
      const before = base.get(row.key)?.[index];
      if (part.kind === 'id' || part.kind === 'ownerId' || part.kind === 'place') continue;
      // Tables without an export number the rows anew: only their order would count.
      if (!this.#given.exported && part.kind === 'field' && isPlace(part.column)) continue;
      if (mine === undefined || same(mine, before)) continue;
      const here = now.get(row.key)?.[index];
      if (same(mine, here) || this.#says(name, index, mine, here, given, names)) continue;
      if (!same(here, before)) {
        const expected = `書き出したあとに content/ でも ${quote(here)} に変わっています。どちらかにそろえる`;
        this.#faults.add(given.whereIs(index), mine, expected);
        continue;
      }
      const text = this.#tidied(mine);
      changed.set(index, text);
      if (part.kind === 'owner') owner = this.#owner(name, text, given, index, names);
    }
    if (nounTable(name).owner) this.#checkOwner(name, owner, given);
    if (changed.size === 0) return row;
    const key = nounTable(name).owner ? this.#movedKey(name, row.key, owner) : row.key;
    const next: NounRow = {
      key,
      ...withCells(name, row, changed, given, names, this.#faults),
      ...(key !== row.key && { movedFrom: row.key }),
    };
    if (key !== row.key && 'id' in next.data) next.data.id = ownIdOf(key);
    this.merged.sources.set(next, given);
    return next;
  }

  /** Whether a cell gives the value that the content has, written otherwise (`9～11`). */
  #says(
    name: NounName,
    index: number,
    mine: string,
    here: string | undefined,
    given: GivenRow,
    names: RowNames,
  ): boolean {
    const part = layoutOf(name)[index];
    if (part?.kind !== 'field') return false;
    const empty = { data: {}, body: undefined };
    const cells = new Map([[index, tidyCharacters(mine).text]]);
    const unread = new CellFaults();
    const { data } = withCells(name, empty, cells, given, names, unread);
    return unread.count === 0 && cellOf(part.column, data, names) === here;
  }

  #tidied(text: string): string {
    const tidied = tidyCharacters(text);
    this.merged.tidied += tidied.count;
    return tidied.text;
  }

  #owner(name: NounName, text: string, given: GivenRow, index: number, names: RowNames): string {
    const table = nounTable(name).owner?.table ?? 'programmes';
    const key = names.find(table, text);
    if (key === undefined)
      this.#faults.add(
        given.whereIs(index),
        text,
        `「${nounTable(table).sheet}」にある名前（${someOf(names.all(table))}）`,
      );
    return key ?? '';
  }

  /** Reports a row whose owner is removed while it stays. */
  #checkOwner(name: NounName, owner: string, given: GivenRow): void {
    const table = nounTable(name).owner?.table ?? 'programmes';
    if (owner === '' || this.merged.rows.get(table)?.some(({ key }) => key === owner)) return;
    const index = layoutOf(name).findIndex(({ kind }) => kind === 'owner');
    const expected = `「${nounTable(table).sheet}」に残る名前（消すときは、この行も消す）`;
    this.#faults.add(given.whereIs(index), given.cells[index], expected);
  }

  /** The key under another owner; a number follows an id that is taken there. */
  #movedKey(name: NounName, key: string, owner: string): string {
    if (ownerOf(key) === owner || owner === '') return key;
    const taken = new Set(
      [...(this.#current.get(name) ?? []), ...(this.merged.rows.get(name) ?? [])].map(
        (row) => row.key,
      ),
    );
    const wanted = `${owner}/${ownIdOf(key)}`;
    if (!taken.has(wanted)) return wanted;
    let count = 2;
    while (taken.has(`${wanted}-${String(count)}`)) count += 1;
    return `${wanted}-${String(count)}`;
  }

  async #add(
    name: NounName,
    { given, id }: IdentifiedRow,
    siblings: readonly NounRow[],
    names: RowNames,
  ): Promise<NounRow> {
    const layout = layoutOf(name);
    const cells = new Map<number, string>();
    let owner = '';
    for (const [index, part] of layout.entries()) {
      const text = this.#tidied(given.cells[index] ?? '');
      if (part.kind === 'owner') owner = this.#owner(name, text, given, index, names);
      if (part.kind === 'field' && text === '' && isNeeded(part.column))
        this.#faults.add(given.whereIs(index), '', part.meaning || part.header);
      if (part.kind === 'field' || part.kind === 'body') cells.set(index, text);
    }
    if (nounTable(name).owner) this.#checkOwner(name, owner, given);
    const { data, body } = withCells(
      name,
      { data: {}, body: undefined },
      cells,
      given,
      names,
      this.#faults,
    );
    const table = nounTable(name);
    const hasId = layout.some(({ kind }) => kind === 'id');
    const taken = siblings
      .filter(({ key }) => !table.owner || ownerOf(key) === owner)
      .map(({ key }) => ownIdOf(key));
    const own =
      hasId && id === ''
        ? await proposeId(data, this.#nameOf(name, owner, names), taken, this.#readings)
        : id;
    const key = table.owner ? `${owner}/${own}` : own;
    if (hasId && id === '') this.merged.drafted.push({ name, key });
    const row: NounRow = {
      key,
      data: inSchemaOrder(name, table.key === 'id' ? { ...data, id: own } : data),
      ...(table.body && { body: body ?? '' }),
    };
    this.merged.sources.set(row, given);
    return row;
  }

  #remove(name: NounName, key: string, base: CellsByKey, now: CellsByKey): void {
    const [before = [], here = []] = [base.get(key), now.get(key)];
    const isListed = (index: number) => layoutOf(name)[index]?.kind === 'place';
    const index = before.findIndex((cell, at) => !isListed(at) && !same(cell, here[at]));
    if (index < 0) return;
    const where = `「${nounTable(name).sheet}」から消された行 ${key}`;
    this.#faults.add(where, here[index], '書き出したあとに content/ で変わっていない行だけを消す');
  }

  /** Reports a changed row that the content no longer has, but for one that it has moved likewise. */
  #goneHere(
    name: NounName,
    { given, key = '' }: IdentifiedRow,
    base: CellsByKey,
    now: CellsByKey,
    names: RowNames,
  ): void {
    const layout = layoutOf(name);
    const owner = given.cells[layout.findIndex(({ kind }) => kind === 'owner')];
    const table = nounTable(name).owner?.table;
    const there = table && owner && names.find(table, owner);
    const known = (there && now.get(`${there}/${ownIdOf(key)}`)) ?? base.get(key) ?? [];
    const index = given.cells.findIndex(
      (cell, place) =>
        cell !== undefined &&
        !['place', 'ownerId'].includes(layout[place]?.kind ?? '') &&
        !same(cell, known[place]),
    );
    if (index >= 0)
      this.#faults.add(
        given.whereIs(index),
        given.cells[index],
        'content/ に今もある行（書き出したあとに消されています）',
      );
  }

  /** The name of the owner, from which the id of what has no words of its own is drafted. */
  #nameOf(name: NounName, owner: string, names: RowNames): string {
    const table = nounTable(name).owner?.table;
    return table === undefined ? '' : names.label(table, owner);
  }

  #placeOf(name: NounName, given: GivenRow): string {
    return (given.cells[layoutOf(name).findIndex(({ kind }) => kind === 'place')] ?? '').trim();
  }

  /** The place that a person gave to a row in the place of its old one. */
  #changedPlace(name: NounName, { given, key = '' }: IdentifiedRow, base: CellsByKey) {
    const index = layoutOf(name).findIndex(({ kind }) => kind === 'place');
    const [mine, before] = [given.cells[index], base.get(key)?.[index]];
    return mine === undefined || same(mine, before) ? undefined : mine.trim();
  }
}

/** A file of one row that the plan does not have. */
const isEmptyRecord = (name: NounName, { cells }: GivenRow): boolean =>
  nounTable(name).kept.as === 'record' && cells.every((text) => !text?.trim());

const isPlace = ({ key }: Pick<Column, 'key'>): boolean => ['order', 'number'].includes(key);

/** Places get a number, lists may have nothing in them, and a block of fields may be absent. */
const isNeeded = ({ key, form, path, required }: Column): boolean =>
  required && path.length === 1 && !isPlace({ key }) && !['lines', 'names'].includes(form);
