/** Gives each problem of a file to the field of the form that can mend it. */
import { valueAt, type Problem } from '#model/problem.ts';
import type { Path } from './data.ts';
import { isLines } from './fields.ts';
import { PLACES, type Relations } from './relations.ts';
import { labelOf, variantOf, type Shape } from './shape.ts';

/** What a form shows of a file. */
export interface Shown {
  file: string;
  shape: Shape;
  value: unknown;
  /** Undefined where the thing has no body. */
  body: string | undefined;
  /** What messages may call the place in the file (`3番目`, a row's id); none for a whole file. */
  places: readonly string[];
  relations: Relations;
}

interface Field {
  path: Path;
  /** As the form calls it: `取組 2番目 の 取組の文`. */
  label: string;
}

/** The body as it is named among the fields. */
export const BODY: Field = { path: ['本文'], label: '本文' };

/** Each problem with its field; undefined for one of another file, or of nothing that is shown. */
export function placeProblems(
  problems: readonly Problem[],
  shown: Shown,
): { problem: Problem; field: Field | undefined }[] {
  const { file, body, places } = shown;
  return problems.map((problem) => {
    const named = problem.field.replace(/（\d+行目）$/, '');
    const prefix = places.find((name) => named.startsWith(`${name} の `));
    if (problem.file !== file || (places.length > 0 && prefix === undefined))
      return { problem, field: undefined };
    const inner = prefix === undefined ? named : named.slice(`${prefix} の `.length);
    const inBody = body !== undefined && (inner === BODY.label || /^\d+行目$/.test(inner));
    return { problem, field: inBody ? BODY : fieldOf(inner, shown) };
  });
}

/** The field that `fieldPath` calls `named`, or the nearest one around it. */
function fieldOf(named: string, { shape, value, relations }: Shown): Field | undefined {
  let found: Field | undefined;
  let around = variantOf(shape, value);
  for (const step of named.split(' の ')) {
    const path = found?.path ?? [];
    const key = /^\d+番目$/.test(step) ? parseInt(step) - 1 : step;
    const inner = typeof key === 'number' ? around.items : around.properties?.[key];
    // A list of words is one field; a place in an order has none.
    const hidden =
      typeof key === 'number'
        ? isLines(around) && !relations[String(path.at(-1))]
        : path.length === 0 && PLACES.includes(key);
    if (!inner || hidden) break;
    const label = typeof key === 'number' ? step : labelOf(inner, key);
    const gap = typeof key === 'number' ? ' ' : ' の ';
    found = { path: [...path, key], label: found ? found.label + gap + label : label };
    around = variantOf(inner, valueAt(value, found.path));
  }
  return found;
}
