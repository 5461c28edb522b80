/** What differs between two states of the content, in Japanese, a line a change. */
import { isDeepStrictEqual } from 'node:util';
import { diffChars, type ChangeObject } from 'diff';
import { groupOf, ownerOf, ownIdOf, type NounRows } from '#tables/noun-rows.ts';
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
  rows: readonly MergedRow[];
  cells: CellsByKey;
  names: RowNames;
}

/** Added, changed, moved and removed rows, table by table. */
export function describeChanges(before: NounRows, after: NounRows): string[] {
  // Cells by today's names: the name of another row may have changed, and not what a row says.
  const today = new RowNames(after);
  const states = [before, after].map((all) => {
    const [tables, names] = [cellsOfTables(all, today), new RowNames(all)];
    return (name: NounName): State => ({
      rows: all.get(name) ?? [],
      cells: tables.get(name) ?? new Map(),
      names,
    });
  });
  const [old, now] = states;
  return old && now ? nounNames.flatMap((name) => tableChanges(name, old(name), now(name))) : [];
}

function tableChanges(name: NounName, old: State, now: State): string[] {
  const owner = nounTable(name).owner?.table;
  const gone = new Set([...old.cells.keys()].filter((key) => !now.cells.has(key)));
  const lines = [...now.cells].flatMap(([key, cells]) => {
    const movedFrom =
      now.rows.find((row) => row.key === key)?.movedFrom ??
      [...gone].find((other) => owner && ownIdOf(other) === ownIdOf(key));
    const from = old.cells.has(key) ? key : movedFrom;
    if (from === undefined) return [`追加 ${titleOf(name, key, now)}`];
    gone.delete(from);
    const title = titleOf(name, from, old);
    const to = owner && from !== key ? now.names.label(owner, ownerOf(key)) : undefined;
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
  if (nounTable(name).ordered && !isDeepStrictEqual(oldOrder, newOrder))
    lines.push(`変更 「${nounTable(name).sheet}」の並びの順`);
  return [...lines, ...[...gone].map((key) => `削除 ${titleOf(name, key, old)}`)];
}

/** What a reader calls a row, with what it belongs to: 事業「…」の取組「…」. */
function titleOf(name: NounName, key: string, { rows, names }: State): string {
  const { kept, sheet, owner } = nounTable(name);
  if (kept.as === 'record') return `「${sheet}」`;
  const words = nameOfRow(rows.find((row) => row.key === key) ?? { key, data: {} });
  if (!owner) return `${sheet}「${words}」`;
  const ownerName = names.label(owner.table, ownerOf(key));
  const whole = `${nounTable(owner.table).sheet}「${ownerName}」の${sheet}`;
  // The pledge of a whole section has no name of its own.
  return words === key ? whole : `${whole}「${words}」`;
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
