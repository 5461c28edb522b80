/** Matches the items of a list after an edit with those before it. */
import { isDeepStrictEqual } from 'node:util';

/**
 * For each item of `after` the place it had in `before`: an equal item, then one with the same id,
 * then the one at the same place; undefined for a new one. No place is taken twice.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
): (number | undefined)[] {
  const origins: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  const match = (fits: (old: unknown, value: unknown, from: number, at: number) => boolean) => {
    for (const [at, value] of after.entries()) {
      if (origins[at] !== undefined) continue;
      const from = [...free].find((index) => fits(before[index], value, index, at));
      if (from === undefined) continue;
      origins[at] = from;
      free.delete(from);
    }
  };
  match((old, value, from, at) => from === at && isDeepStrictEqual(old, value));
  match((old, value) => isDeepStrictEqual(old, value));
  match((old, value) => idOf(value) !== undefined && idOf(old) === idOf(value));
  if (before.length === after.length) match((_old, _value, from, at) => from === at);
  return origins;
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
