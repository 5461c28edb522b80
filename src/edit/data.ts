import { valueAt } from '#model/problem.ts';

/** Values of a content file as they are before they are validated. */
export type Data = Record<string, unknown>;
/** Steps into a value: names of fields, and places in lists from 0. */
export type Path = readonly (string | number)[];

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that have a value, in the order of `names`. */
export const inOrder = (names: readonly string[], data: object): Data =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = (data as Data)[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** A copy with `value` at the place; undefined takes the place away. */
export function setAt(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const changed = setAt(valueAt(data, [key]), rest, value);
  if (Array.isArray(data))
    return data.toSpliced(Number(key), 1, ...(changed === undefined ? [] : [changed]));
  const { [key]: _, ...others } = (data ?? {}) as Data;
  return changed === undefined ? others : { ...(data as Data), [key]: changed };
}
