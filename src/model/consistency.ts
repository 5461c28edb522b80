/** Checks over several files of one collection, told to the editor. */
import type { PledgeData } from './pledge.ts';
import type { Entry } from './plan.ts';

/** Notes one fault; `found` is quoted. */
export type Say = (file: string, field: string, found: unknown, expected: string) => void;
/** The known ids, for a message. */
export const ids = (map: ReadonlyMap<string, unknown>) => [...map.keys()].join('、');

/** Sorts `nouns` by their printed number, which must run 1, 2, 3 … without a gap or a repeat. */
export function inOrder<Key extends 'number' | 'order', Noun extends Record<Key, number>>(
  key: Key,
  entries: readonly Entry<Record<Key, number>>[],
  nouns: Noun[],
  say: Say,
) {
  nouns.sort((a, b) => a[key] - b[key]);
  const sorted = [...entries].sort((a, b) => a.data[key] - b.data[key]);
  for (const [index, entry] of sorted.entries()) {
    if (entry.data[key] === index + 1) continue;
    say(
      entry.file,
      key,
      entry.data[key],
      `重なりも抜けもない番号（ここでは ${String(index + 1)}）`,
    );
    return;
  }
}

/** A name may stand once in a collection. */
export function unique<Key extends 'name' | 'title'>(
  key: Key,
  entries: readonly Entry<Record<Key, string>>[],
  say: Say,
) {
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const first = seen.get(entry.data[key]);
    if (first) say(entry.file, key, entry.data[key], `content/${first} と違う名前`);
    else seen.set(entry.data[key], entry.file);
  }
}

/** A unit belongs to one pledge of its section. */
export function repeatedUnits(entries: readonly Entry<PledgeData>[], say: Say) {
  const seen = new Set<string>();
  for (const entry of entries)
    for (const [index, unit] of entry.data.units.entries()) {
      if (seen.has(unit))
        say(entry.file, `units[${String(index)}]`, unit, '一つの課の中で一度だけ出る係・担当・園');
      seen.add(unit);
    }
}
