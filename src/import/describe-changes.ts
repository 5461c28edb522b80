/** What differs between two states of the content, in Japanese, a line a change. */
import { isDeepStrictEqual } from 'node:util';
import { diffChars, type ChangeObject } from 'diff';
import { groupOf, ownerOf, ownIdOf, type NounRow, type NounRows } from '#tables/noun-rows.ts';
import { nounNames, nounTable, type NounName } from '#tables/nouns.ts';
import {
  cellsOfTables,
  layoutOf,
  nameOfRow,
  RowNames,
  type CellsByKey,
} from '#tables/sheet-layout.ts';
import type { MergedRow } from './merged-tables.ts';

interface State {
  rows: ReadonlyMap<string, MergedRow>;
  cells: CellsByKey;
}

const byKey = (rows: readonly NounRow[] = []) => new Map(rows.map((row) => [row.key, row]));

/** Added, changed, moved and removed rows, table by table. */
export function describeChanges(before: NounRows, after: NounRows): string[] {
  // By the names of today, and of what is gone by its last: what another row is called is no change.
  const names = new RowNames(
    new Map(
      nounNames.map((name) => {
        const rows = new Map([...byKey(before.get(name)), ...byKey(after.get(name))]);
        return [name, [...rows.values()]];
      }),
    ),
  );
  const stateOf = (all: NounRows) => {
    const tables = cellsOfTables(all, names);
    return (name: NounName): State => {
      return { rows: byKey(all.get(name)), cells: tables.get(name) ?? new Map() };
    };
  };
  const [old, now] = [stateOf(before), stateOf(after)];
  return nounNames.flatMap((name) => tableChanges(name, old(name), now(name), names));
}

function tableChanges(name: NounName, old: State, now: State, names: RowNames): string[] {
  const { owner, ordered, sheet } = nounTable(name);
  const titleIn = ({ rows }: State, key: string) =>
    titleOf(name, rows.get(key) ?? { key, data: {} }, names);
  const hasId = layoutOf(name).some(({ kind }) => kind === 'id');
  const idOf = (key: string) => (hasId ? `（id: ${ownIdOf(key)}）` : '');
  const gone = new Set([...old.cells.keys()].filter((key) => !now.cells.has(key)));
  const lines = [...now.cells].flatMap(([key, cells]) => {
    const movedFrom =
      now.rows.get(key)?.movedFrom ??
      [...gone].find((other) => owner && ownIdOf(other) === ownIdOf(key));
    const from = old.cells.has(key) ? key : movedFrom;
    if (from === undefined) return [`追加 ${titleIn(now, key)}${idOf(key)}`];
    gone.delete(from);
    const title = titleIn(old, from);
    const to = owner && from !== key ? names.label(owner.table, ownerOf(key)) : undefined;
    return [
      ...(to === undefined ? [] : [`移動 ${title} → 「${to}」へ`]),
      ...cellChanges(name, old.cells.get(from) ?? [], cells, title),
    ];
  });
  // The order of rows that both states have, whatever happened to what they belong to.
  const [oldOrder, newOrder] = [old.cells, now.cells].map((cells) =>
    [...cells.keys()]
      .filter((key) => old.cells.has(key) && now.cells.has(key))
      .map((key) => [groupOf(name, { key }), key])
      .sort(([a = ''], [b = '']) => a.localeCompare(b)),
  );
  if (ordered && !isDeepStrictEqual(oldOrder, newOrder)) lines.push(`変更 「${sheet}」の並びの順`);
  return [...lines, ...[...gone].map((key) => `削除 ${titleIn(old, key)}`)];
}

/** What a reader calls a row, with what it belongs to: 事業「…」の取組「…」. */
function titleOf(name: NounName, row: MergedRow, names: RowNames): string {
  const { kept, sheet, owner } = nounTable(name);
  if (kept.as === 'record') return `「${sheet}」`;
  const words = nameOfRow(row);
  if (!owner) return `${sheet}「${words}」`;
  const ownerName = names.label(owner.table, ownerOf(row.key));
  const whole = `${nounTable(owner.table).sheet}「${ownerName}」の${sheet}`;
  // The pledge of a whole section has no name of its own.
  return words === row.key ? whole : `${whole}「${words}」`;
}

type Texts = readonly (string | undefined)[];

const cellChanges = (name: NounName, before: Texts, after: Texts, title: string): string[] =>
  layoutOf(name).flatMap(({ kind, header }, index) => {
    const [old = '', now = ''] = [before[index], after[index]];
    const isTold = old !== now && (kind === 'field' || kind === 'body');
    return isTold ? [`変更 ${title}の ${header}: ${difference(old, now)}`] : [];
  });

const AROUND = 8;

/** `「…の環境学習会」→「…の環境修会」`: what differs, with a few characters around it. */
function difference(before: string, after: string): string {
  const parts = diffChars(before, after);
  const edge = (part?: ChangeObject<string>) =>
    part && !part.added && !part.removed ? Math.max(0, part.value.length - AROUND) : 0;
  const [start, end] = [edge(parts[0]), edge(parts.at(-1))];
  const cuts = [before, after].map((text) => {
    const cut = text.slice(start, text.length - end).replaceAll('\n', '⏎');
    return text === '' ? '（空）' : `「${start > 0 ? '…' : ''}${cut}${end > 0 ? '…' : ''}」`;
  });
  return cuts.join('→');
}
