/** What differs between two states of the content, in Japanese, a line a change. */
import { isDeepStrictEqual } from 'node:util';
import { valueAt } from '#model/problem.ts';
import { nounTable, type NounName } from '#tables/nouns.ts';
import { ownerOf, ownIdOf, type NounRow, type NounRows } from '#tables/noun-rows.ts';
import { layoutOf, nameOfRow, RowNames } from '#tables/sheet-layout.ts';
import { exportedRows, type ExportedRow } from '#tables/workbook.ts';

/** Added, changed, moved and removed rows, table by table. */
export function describeChanges(before: NounRows, after: NounRows): string[] {
  const [old, now] = [exportedRows(before), exportedRows(after)];
  const names = { old: new RowNames(before), now: new RowNames(after) };
  return [...now].flatMap(([name, rows]) => {
    const earlier = new Map((old.get(name) ?? []).map((row) => [row.key, row]));
    const gone = new Map(earlier);
    for (const { key } of rows) gone.delete(key);
    const rowBy = (all: NounRows, key: string) => all.get(name)?.find((row) => row.key === key);
    const title = (all: NounRows, key: string) =>
      titleOf(name, key, rowBy(all, key), all === before ? names.old : names.now);
    const lines: string[] = [];
    const kept: [ExportedRow, ExportedRow][] = [];
    for (const row of rows) {
      const same = earlier.get(row.key) ?? movedFrom(row, gone, rowBy(after, row.key)?.movedFrom);
      if (!same) lines.push(`追加 ${title(after, row.key)}`);
      else {
        kept.push([same, row]);
        gone.delete(same.key);
        const owner = nounTable(name).owner?.table;
        if (owner && same.key !== row.key) {
          const to = names.now.label(owner, ownerOf(row.key));
          lines.push(`移動 ${title(before, same.key)} → 「${to}」へ`);
        }
        const data = [rowBy(before, same.key)?.data, rowBy(after, row.key)?.data] as const;
        lines.push(...cellChanges(name, same, row, data, title(before, same.key)));
      }
    }
    if (isReordered(name, kept)) lines.push(`変更 「${nounTable(name).sheet}」の並びの順`);
    return [...lines, ...[...gone.keys()].map((key) => `削除 ${title(before, key)}`)];
  });
}

/** What a reader calls a row, with what it belongs to: 事業「…」の取組「…」. */
function titleOf(name: NounName, key: string, row: NounRow | undefined, names: RowNames): string {
  const { kept, sheet, owner } = nounTable(name);
  if (kept.as === 'record') return `「${sheet}」`;
  const words = row ? nameOfRow(row) : key;
  if (!owner) return `${sheet}「${words}」`;
  const of = `${nounTable(owner.table).sheet}「${names.label(owner.table, ownerOf(key))}」の${sheet}`;
  // The pledge of a whole section has no name of its own.
  return words === key ? of : `${of}「${words}」`;
}

/** The row that was here under another owner: the one that an import moved, or of the same id. */
function movedFrom(
  { key }: ExportedRow,
  gone: ReadonlyMap<string, ExportedRow>,
  known: string | undefined,
): ExportedRow | undefined {
  if (known !== undefined) return gone.get(known);
  if (!key.includes('/')) return undefined;
  return [...gone.values()].find((row) => ownIdOf(row.key) === ownIdOf(key));
}

function cellChanges(
  name: NounName,
  old: ExportedRow,
  now: ExportedRow,
  data: readonly unknown[],
  title: string,
): string[] {
  return layoutOf(name).flatMap((part, index) => {
    const [before = '', after = ''] = [old.cells[index], now.cells[index]];
    if (before === after || !['field', 'body'].includes(part.kind)) return [];
    // The name of another row may have changed, and not what this one says.
    if (part.kind === 'field' && part.column.refers) {
      const [named, names] = data.map((fields) => valueAt(fields, part.column.path));
      if (isDeepStrictEqual(named, names)) return [];
    }
    return [`変更 ${title}の ${part.header}: ${difference(before, after)}`];
  });
}

/** Whether rows that both states have stand in another order. */
function isReordered(name: NounName, kept: readonly [ExportedRow, ExportedRow][]): boolean {
  const index = layoutOf(name).findIndex(({ kind }) => kind === 'place');
  if (index < 0) return false;
  const places = [...Map.groupBy(kept, ([, now]) => ownerOf(now.key)).values()];
  return places.some((group) => {
    const inOrder = group.toSorted((a, b) => Number(a[1].cells[index]) - Number(b[1].cells[index]));
    const before = inOrder.map(([old]) => Number(old.cells[index]));
    return before.some((place, at) => at > 0 && place < (before[at - 1] ?? 0));
  });
}

const AROUND = 8;

/** `「…の環境学習会」→「…の環境修会」`: what differs, with a few characters around it. */
function difference(before: string, after: string): string {
  if (before === '') return `（空）→「${after}」`;
  if (after === '') return `「${before}」→（空）`;
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const cut = (text: string[]) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, text.length - end + AROUND);
    return `「${from > 0 ? '…' : ''}${text.slice(from, to).join('')}${to < text.length ? '…' : ''}」`;
  };
  return `${cut(a)}→${cut(b)}`.replaceAll('\n', '⏎');
}
