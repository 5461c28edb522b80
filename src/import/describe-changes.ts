/** What differs between two states of the content, in Japanese, a line a change. */
import { ownerOf, ownIdOf, type NounRow, type NounRows } from '#tables/noun-rows.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { layoutOf, nameOfRow, RowNames } from '#tables/sheet-layout.ts';
import { cellsOfTables, groupOf, type CellsByKey } from '#tables/table-cells.ts';
import type { MergedRow } from './merged-tables.ts';

/** Added, changed, moved and removed rows, table by table. */
export function describeChanges(before: NounRows, after: NounRows): string[] {
  const names = { old: new RowNames(before), now: new RowNames(after) };
  // By today's names: the name of another row may have changed, and not what a row says.
  const [old, now] = [before, after].map((rows) => cellsOfTables(rows, names.now));
  return [...after.keys()].flatMap((name) => {
    const [was, here] = [old, now].map((tables): CellsByKey => tables?.get(name) ?? new Map());
    if (!was || !here) return [];
    const rows = new Map((after.get(name) ?? []).map((row) => [row.key, row]));
    const gone = new Map((before.get(name) ?? []).map((row) => [row.key, row]));
    for (const key of here.keys()) if (was.has(key)) gone.delete(key);
    const titleBefore = (key: string) => {
      const row = before.get(name)?.find((other) => other.key === key);
      return titleOf(name, key, row, names.old);
    };
    const kept = new Map<string, string>();
    const lines = [...here.keys()].flatMap((key) => {
      const from = was.has(key) ? key : movedFrom(key, rows.get(key), gone);
      if (from === undefined) return [`追加 ${titleOf(name, key, rows.get(key), names.now)}`];
      gone.delete(from);
      kept.set(from, key);
      const owner = nounTable(name).owner?.table;
      const title = titleBefore(from);
      const to = owner && names.now.label(owner, ownerOf(key));
      return [
        ...(from === key ? [] : [`移動 ${title} → 「${to ?? ''}」へ`]),
        ...cellChanges(name, was.get(from) ?? [], here.get(key) ?? [], title),
      ];
    });
    if (isReordered(name, was, here, kept))
      lines.push(`変更 「${nounTable(name).sheet}」の並びの順`);
    return [...lines, ...[...gone.keys()].map((key) => `削除 ${titleBefore(key)}`)];
  });
}

/** What a reader calls a row, with what it belongs to: 事業「…」の取組「…」. */
function titleOf(name: NounName, key: string, row: NounRow | undefined, names: RowNames): string {
  const { kept, sheet, owner } = nounTable(name);
  if (kept.as === 'record') return `「${sheet}」`;
  const words = row ? nameOfRow(row) : key;
  if (!owner) return `${sheet}「${words}」`;
  const whole = `${nounTable(owner.table).sheet}「${names.label(owner.table, ownerOf(key))}」の${sheet}`;
  // The pledge of a whole section has no name of its own.
  return words === key ? whole : `${whole}「${words}」`;
}

/** The key that a row had under another owner: an import moved it, or its id is the same. */
function movedFrom(
  key: string,
  row: MergedRow | undefined,
  gone: ReadonlyMap<string, NounRow>,
): string | undefined {
  if (row?.movedFrom !== undefined) return row.movedFrom;
  if (!key.includes('/')) return undefined;
  return [...gone.keys()].find((old) => ownIdOf(old) === ownIdOf(key));
}

const cellChanges = (
  name: NounName,
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
  title: string,
): string[] =>
  layoutOf(name).flatMap(({ kind, header }, index) => {
    const [old = '', now = ''] = [before[index], after[index]];
    if (old === now || (kind !== 'field' && kind !== 'body')) return [];
    return [`変更 ${title}の ${header}: ${difference(old, now)}`];
  });

/** Whether rows that both states have stand in another order. */
function isReordered(
  name: NounName,
  was: CellsByKey,
  here: CellsByKey,
  kept: ReadonlyMap<string, string>,
): boolean {
  if (!nounTable(name).ordered) return false;
  const keysOf = (cells: CellsByKey, isKept: (key: string) => boolean) => [
    ...Map.groupBy([...cells.keys()].filter(isKept), (key) => groupOf(name, { key })).values(),
  ];
  const stayed = (key: string) => kept.get(key) === key;
  return JSON.stringify(keysOf(was, stayed)) !== JSON.stringify(keysOf(here, stayed));
}

const AROUND = 8;

/** `「…の環境学習会」→「…の環境修会」`: what differs, with a few characters around it. */
function difference(before: string, after: string): string {
  const texts = [before, after].map((text) => [...text]);
  const [a = [], b = []] = texts;
  const shared = Math.min(a.length, b.length);
  let start = 0;
  while (start < shared && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shared - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const cuts = texts.map((text) => {
    const [from, to] = [Math.max(0, start - AROUND), text.length - Math.max(0, end - AROUND)];
    const cut = text.slice(from, to).join('').replaceAll('\n', '⏎');
    return cut && `「${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}」`;
  });
  return cuts.map((cut) => cut || '（空）').join('→');
}
