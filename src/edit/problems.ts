/** Gives each problem of a file to the field of the form that can mend it. */
import { fieldPath, type Problem } from '#model/problem.ts';
import { idOf, isLines, type Path } from './fields.ts';
import type { Target } from './relations.ts';
import { labelOf, shapeAt, variantOf, type Shape } from './shape.ts';

type Relations = Record<string, Target>;

export interface Placed {
  /** By {@link fieldPath}. */
  byField: Map<string, Problem[]>;
  /** All of them, for the summary; `id` and `label` are of the field that each stands beside. */
  all: { problem: Problem; id: string | undefined; label: string }[];
}

/** The name that stands for the body among the fields. */
export const BODY: Path = ['本文'];

/**
 * `names`: what the messages may call the place in the file that the form shows (`3番目`, a row's
 * id), none for a whole file. Problems of other files are told without a field.
 */
export function placeProblems(
  problems: readonly Problem[],
  file: string,
  names: readonly string[],
  shape: Shape,
  value: unknown,
  hasBody: boolean,
  relations: Relations,
): Placed {
  const fields = new Map(
    [...pathsOf(shape, value, [], relations), ...(hasBody ? [BODY] : [])].map((path) => [
      fieldPath(path),
      path,
    ]),
  );
  const placed: Placed = { byField: new Map(), all: [] };
  for (const problem of problems) {
    const field = problem.field.replace(/（\d+行目）$/, '');
    const prefix = names.find((name) => field.startsWith(`${name} の `));
    const inner = prefix === undefined ? field : field.slice(prefix.length + ' の '.length);
    const line = /^\d+行目$/.test(inner) && hasBody;
    const here = problem.file === file && (names.length === 0 || prefix !== undefined);
    const found = here ? nearest(line ? fieldPath(BODY) : inner, fields) : undefined;
    placed.all.push({
      problem,
      id: found && idOf(found),
      label: found ? inWords(shape, value, found) : `content/${problem.file} の ${problem.field}`,
    });
    if (!found) continue;
    const key = fieldPath(found);
    placed.byField.set(key, [...(placed.byField.get(key) ?? []), problem]);
  }
  return placed;
}

/** `取組 2番目 の 取組の文`: the field as the form calls it. */
function inWords(shape: Shape, value: unknown, path: Path): string {
  const steps = path.map((key, index) => {
    if (typeof key === 'number') return `${String(key + 1)}番目`;
    const before = path.slice(0, index);
    const around = variantOf(shapeAt(shape, before, value), value);
    const own = around.properties?.[key];
    return own ? labelOf(own, key) : key;
  });
  return steps.join(' の ').replaceAll(/ の (\d+番目)/g, ' $1');
}

/** The field itself, or the nearest one around it. */
function nearest(field: string, fields: ReadonlyMap<string, Path>): Path | undefined {
  const steps = field.split(' の ');
  for (let length = steps.length; length > 0; length -= 1) {
    const found = fields.get(steps.slice(0, length).join(' の '));
    if (found) return found;
  }
  return undefined;
}

function pathsOf(shape: Shape, value: unknown, path: Path, relations: Relations): Path[] {
  const own = variantOf(shape, value);
  if (own.type === 'object')
    return Object.entries(own.properties ?? {}).flatMap(([name, inner]) => [
      [...path, name],
      ...pathsOf(
        inner,
        (value as Record<string, unknown> | undefined)?.[name],
        [...path, name],
        relations,
      ),
    ]);
  if (own.type !== 'array' || !Array.isArray(value)) return [];
  // The words of a list stand in one field.
  if (isLines(own) && !relations[String(path.at(-1))]) return [];
  return value.flatMap((item, index) => [
    [...path, index],
    ...pathsOf(own.items ?? {}, item, [...path, index], relations),
  ]);
}
