/** The merge of one table: see merge-rows.ts. */
import { quote } from '#model/problem.ts';
import type { Readings } from '#model/reading.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';
import type { Column } from '#tables/columns.ts';
import { ownerOf, ownIdOf, type NounRow } from '#tables/noun-rows.ts';
import { nounTable, type NounName, type NounTable } from '#tables/nouns.ts';
import { cellOf, layoutOf, type RowNames, type SheetColumn } from '#tables/sheet-layout.ts';
import { someOf } from './cell-values.ts';
import { proposeId } from './draft-ids.ts';
import { identifyRows, keyByWords, nameIn, type IdentifiedRow } from './given-keys.ts';
import { CellFaults, type CellsByKey, type GivenRow } from './given-tables.ts';
import type { Merged } from './merge-rows.ts';
import { inSchemaOrder, withCells } from './row-data.ts';
import { orderedRows } from './row-order.ts';
import { freeId } from './romaji-id.ts';

interface Around {
  name: NounName;
  /** The cells of the content, and those of the export; undefined for a table without one. */
  now: CellsByKey;
  exported: CellsByKey | undefined;
  current: readonly NounRow[];
  names: RowNames;
  readings: Readings;
  merged: Merged;
  faults: CellFaults;
}

const same = (a: string | undefined, b: string | undefined): boolean =>
  a === b || tidyCharacters(a ?? '').text === tidyCharacters(b ?? '').text;

export class TableMerge {
  readonly #around: Around;
  readonly #table: NounTable;
  readonly #layout: readonly SheetColumn[];
  /** The cells that a change is seen against. */
  readonly #base: CellsByKey;

  constructor(around: Around) {
    this.#around = around;
    this.#table = nounTable(around.name);
    this.#layout = layoutOf(around.name);
    this.#base = around.exported ?? around.now;
  }

  /** The rows of the content with the changes of the table. */
  async rowsWith(table: readonly GivenRow[]): Promise<NounRow[]> {
    const { name, now, exported, current, names, merged, faults } = this.#around;
    const known = { cells: this.#base, exported: exported !== undefined };
    const identified = identifyRows(name, table, known, names, faults);
    const byKey = new Map(identified.map((row) => [row.key, row]));
    /** What a person wrote into 順 of new rows, and of those whose place changed. */
    const places = new Map<NounRow, string>();
    const rows = current.flatMap((row): NounRow[] => {
      const mine = byKey.get(row.key);
      if (!mine) return this.#isRemoved(row.key) ? [] : [row];
      const changed = this.#changed(row, mine.given);
      const place = this.#cell(mine.given.cells, 'place');
      if (place !== undefined && !same(place, this.#cell(this.#base.get(row.key), 'place'))) {
        places.set(changed, place.trim());
        merged.sources.set(changed, mine.given);
      }
      return [changed];
    });
    for (const mine of identified)
      if (mine.key !== undefined) {
        if (!now.has(mine.key)) this.#checkGone(mine.key, mine.given);
      } else if (!this.#isEmptyRecord(mine.given) && !this.#isTwin(mine)) {
        const added = await this.#added(mine, rows);
        places.set(added, (this.#cell(mine.given.cells, 'place') ?? '').trim());
        rows.push(added);
      }
    return orderedRows(name, rows, places, merged.sources, faults);
  }

  #index(kind: SheetColumn['kind']): number {
    return this.#layout.findIndex((part) => part.kind === kind);
  }
  #cell(cells: readonly (string | undefined)[] | undefined, kind: SheetColumn['kind']) {
    return cells?.[this.#index(kind)];
  }

  /** Whether the row was exported and is not in the table; the content must not have changed it. */
  #isRemoved(key: string): boolean {
    const { name, now, exported, merged, faults } = this.#around;
    const before = exported?.get(key);
    if (!before) {
      merged.kept.push({ name, key });
      return false;
    }
    const here = now.get(key);
    const differs = before.findIndex((cell, index) => {
      const part = this.#layout[index];
      // A place follows from other rows, a name from the row that it is of.
      const isOwn = part?.kind === 'body' || (part?.kind === 'field' && !part.column.refers);
      return isOwn && !same(cell, here?.[index]);
    });
    const expected = '書き出したあとに content/ で変わっていない行だけを消す';
    const where = `「${this.#table.sheet}」から消された行 ${key}`;
    if (differs >= 0) faults.add(where, here?.[differs], expected);
    return true;
  }

  /** The row with the cells that a person changed. */
  #changed(row: NounRow, given: GivenRow): NounRow {
    const { name, names, merged, faults } = this.#around;
    const changed = new Map<number, string>();
    for (const index of this.#layout.keys()) {
      const mine = given.cells[index];
      if (mine !== undefined && this.#isChanged(row.key, index, mine, given))
        changed.set(index, this.#tidied(mine));
    }
    const moved = changed.get(this.#index('owner'));
    const owner = moved === undefined ? ownerOf(row.key) : this.#ownerNamed(moved, given);
    this.#checkOwner(owner, given);
    if (changed.size === 0) return row;
    const key =
      owner === ownerOf(row.key) || owner === '' ? row.key : this.#keyUnder(owner, row.key);
    const next: NounRow = {
      key,
      ...withCells(name, row, changed, given, names, faults),
      ...(key !== row.key && { movedFrom: row.key }),
    };
    if (key !== row.key && 'id' in next.data) next.data.id = ownIdOf(key);
    merged.sources.set(next, given);
    return next;
  }

  /** Whether a person changed the cell; where the content changed it as well, that is a fault. */
  #isChanged(key: string, index: number, mine: string, given: GivenRow): boolean {
    const part = this.#layout[index];
    if (!part || !['field', 'owner', 'body'].includes(part.kind)) return false;
    // Tables without an export number the rows anew: only their order would count.
    if (!this.#around.exported && part.kind === 'field' && isPlace(part.column)) return false;
    const before = this.#base.get(key)?.[index];
    const here = this.#around.now.get(key)?.[index];
    if (same(mine, before) || same(mine, here)) return false;
    if (part.kind === 'field' && this.#means(part.column, index, mine, given) === here)
      return false;
    if (same(here, before)) return true;
    const expected = `書き出したあとに content/ でも ${quote(here)} に変わっています。どちらかにそろえる`;
    this.#around.faults.add(given.whereIs(index), mine, expected);
    return false;
  }

  /** The cell as the project writes it (`9～11` is 9、10、11); undefined where it has no value. */
  #means(column: Column, index: number, mine: string, given: GivenRow): string | undefined {
    const { name, names } = this.#around;
    const empty = { data: {}, body: undefined };
    const cells = new Map([[index, tidyCharacters(mine).text]]);
    const unread = new CellFaults();
    const { data } = withCells(name, empty, cells, given, names, unread);
    return unread.count === 0 ? cellOf(column, data, names) : undefined;
  }

  #tidied(given: string): string {
    const { text, count } = tidyCharacters(given);
    this.#around.merged.tidied += count;
    return text;
  }

  /** The key of the owner that a cell names; empty, with a fault, where it names none. */
  #ownerNamed(text: string, given: GivenRow): string {
    const { names, faults } = this.#around;
    const { owner } = this.#table;
    const key = owner && names.find(owner.table, text);
    if (owner && key === undefined) {
      const expected = `「${nounTable(owner.table).sheet}」にある名前（${someOf(names.all(owner.table))}）`;
      faults.add(given.whereIs(this.#index('owner')), text, expected);
    }
    return key ?? '';
  }

  /** Reports a row that stays while its owner is removed. */
  #checkOwner(key: string, given: GivenRow): void {
    const { merged, faults } = this.#around;
    const { owner } = this.#table;
    if (!owner || key === '' || merged.rows.get(owner.table)?.some((row) => row.key === key))
      return;
    const index = this.#index('owner');
    const expected = `「${nounTable(owner.table).sheet}」に残る名前（消すときは、この行も消す）`;
    faults.add(given.whereIs(index), given.cells[index], expected);
  }

  /** The key under another owner; a number follows an id that is taken there. */
  #keyUnder(owner: string, key: string): string {
    const { current } = this.#around;
    const taken = current
      .filter((row) => ownerOf(row.key) === owner)
      .map((row) => ownIdOf(row.key));
    return `${owner}/${freeId(ownIdOf(key), new Set(taken), 'id')}`;
  }

  /** A new row, with an id from its words where a person gave none. */
  async #added({ given, id }: IdentifiedRow, siblings: readonly NounRow[]): Promise<NounRow> {
    const { name, names, merged, readings, faults } = this.#around;
    const texts = this.#layout.map((_, index) => this.#tidied(given.cells[index] ?? ''));
    const cells = new Map<number, string>();
    for (const [index, part] of this.#layout.entries()) {
      const text = texts[index] ?? '';
      if (part.kind === 'field' && text === '' && isNeeded(part.column))
        faults.add(given.whereIs(index), '', part.meaning || part.header);
      if (part.kind === 'field' || part.kind === 'body') cells.set(index, text);
    }
    const { owner, key: keyField, body: hasBody } = this.#table;
    const ownerKey = owner ? this.#ownerNamed(texts[this.#index('owner')] ?? '', given) : '';
    this.#checkOwner(ownerKey, given);
    const empty = { data: {}, body: undefined };
    const { data, body } = withCells(name, empty, cells, given, names, faults);
    const taken = siblings
      .filter(({ key }) => !owner || ownerOf(key) === ownerKey)
      .map(({ key }) => ownIdOf(key));
    const isDrafted = this.#index('id') >= 0 && id === '';
    const words = owner ? names.label(owner.table, ownerKey) : '';
    const own = isDrafted ? await proposeId(data, words, taken, readings) : id;
    const key = owner ? `${ownerKey}/${own}` : own;
    if (isDrafted) merged.drafted.push({ name, key });
    const row: NounRow = {
      key,
      data: inSchemaOrder(name, keyField === 'id' ? { ...data, id: own } : data),
      ...(hasBody && { body: body ?? '' }),
    };
    merged.sources.set(row, given);
    return row;
  }

  /** Reports a changed row that the content no longer has, but for one that it has moved likewise. */
  #checkGone(key: string, given: GivenRow): void {
    const { now, names, faults } = this.#around;
    const { owner } = this.#table;
    const there = owner && names.find(owner.table, this.#cell(given.cells, 'owner') ?? '');
    const known = now.get(`${there ?? ''}/${ownIdOf(key)}`) ?? this.#base.get(key) ?? [];
    const differs = given.cells.findIndex(
      (cell, index) =>
        cell !== undefined &&
        !['place', 'ownerId', 'key'].includes(this.#layout[index]?.kind ?? '') &&
        !same(cell, known[index]),
    );
    const expected = 'content/ に今もある行（書き出したあとに消されています）';
    if (differs >= 0) faults.add(given.whereIs(differs), given.cells[differs], expected);
  }

  /** Reports a new row that the content has already got since the export. */
  #isTwin({ given, id }: IdentifiedRow): boolean {
    const { name, now, faults } = this.#around;
    const fresh = new Map([...now].filter(([key]) => !this.#base.has(key)));
    const twin = id === '' ? keyByWords(name, given, fresh) : undefined;
    const expected = `まだ content/ にない行（${twin ?? ''} として、もうあります。新しい plan.xlsx から始める）`;
    if (twin !== undefined) faults.add(given.whereIs(), nameIn(name, given), expected);
    return twin !== undefined;
  }

  /** A file of one row that the plan does not have. */
  #isEmptyRecord({ cells }: GivenRow): boolean {
    return this.#table.kept.as === 'record' && cells.every((text) => !text?.trim());
  }
}

const isPlace = ({ key }: Pick<Column, 'key'>): boolean => ['order', 'number'].includes(key);

/** Places get a number, lists may have nothing in them, and a block of fields may be absent. */
const isNeeded = ({ key, form, path, required }: Column): boolean =>
  required && path.length === 1 && !isPlace({ key }) && !['lines', 'names'].includes(form);
