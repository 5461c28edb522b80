/** From a posted form back to a value; buttons that change a list. */
import { valueAt } from '#model/problem.ts';
import { isData, type Data, type Path } from './data.ts';
import { idOf, nameOf } from './fields.ts';
import { PLACES, type Relations } from './relations.ts';
import { emptyOf, shapeAt, variantOf, variantsOf, type Shape } from './shape.ts';

/** The value that a form shows; `old` keeps what the form does not show. */
export function readObject(
  shape: Shape,
  form: URLSearchParams,
  path: Path,
  relations: Relations,
  old?: Data,
): Data {
  const { properties = {}, required = [] } = variantOf(shape, kindOf(shape, form, path));
  const entries = Object.entries(properties).map(([name, inner]): [string, unknown] => {
    if (path.length === 0 && PLACES.includes(name)) return [name, old?.[name]];
    const value = readField(inner, name, form, [...path, name], relations);
    const absent = !required.includes(name) && isBlank(value) && !isBlankList(old?.[name]);
    return [name, absent ? undefined : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function readField(
  shape: Shape,
  name: string,
  form: URLSearchParams,
  path: Path,
  relations: Relations,
): unknown {
  if (shape.type === 'object') return readObject(shape, form, path, relations);
  const count = form.get(`n:${nameOf(path)}`);
  if (shape.type === 'array' && count !== null)
    return Array.from({ length: Math.min(Number(count) || 0, form.size) }, (_, index) => {
      const at = [...path, index];
      return relations[name]
        ? textOf(form, nameOf(at))
        : readObject(shape.items ?? {}, form, at, relations);
    });
  const text = textOf(form, nameOf(path));
  if (shape.type !== 'array') return numberOr(shape, text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => numberOr(shape.items ?? {}, line));
}

const numberOr = ({ type }: Shape, text: string) =>
  type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;

/** A sent text, empty if there is none, with the line ends of the content. */
export const textOf = (form: URLSearchParams, name: string): string =>
  (form.get(name) ?? '').replaceAll('\r\n', '\n');

/** The constants that were chosen, for the choice of the alternative. */
const kindOf = (shape: Shape, form: URLSearchParams, path: Path): Data =>
  Object.fromEntries(
    variantsOf(shape)
      .flatMap(({ properties = {} }) => Object.entries(properties))
      .filter(([, { const: only }]) => only !== undefined)
      .map(([name]) => [name, textOf(form, nameOf([...path, name]))]),
  );

const isBlank = (value: unknown): boolean =>
  value === '' ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isBlank));

/** Written out although it holds nothing. */
const isBlankList = (value: unknown) => Array.isArray(value) && value.length === 0;

export interface ListButton {
  what: 'up' | 'down' | 'remove' | 'add';
  path: Path;
  index: number;
}

/** `up activities 1`: what a button of a list says, or undefined for any other button. */
export function readButton(pressed: string): ListButton | undefined {
  const [, what, path = '', index] = /^(up|down|remove|add) (\S+) (\d+)$/.exec(pressed) ?? [];
  if (what === undefined) return undefined;
  const steps = path.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return { what: what as ListButton['what'], path: steps, index: Number(index) };
}

/** Does to `value` what the button says; gives the id of what takes the focus. */
export function press(shape: Shape, value: Data, { what, path, index }: ListButton): string {
  const around = valueAt(value, path.slice(0, -1));
  if (!isData(around)) return '';
  const key = String(path.at(-1));
  const list = (around[key] ??= []) as unknown[];
  if (what === 'add') {
    const fresh = emptyOf(shapeAt(shape, path, value).items ?? {});
    list.push(fresh);
    const first = isData(fresh) ? Object.keys(fresh).slice(0, 1) : [];
    return idOf([...path, list.length - 1, ...first]);
  }
  if (what === 'remove') {
    list.splice(index, 1);
    const next = Math.min(index, list.length - 1);
    return next < 0 ? `${idOf(path)}-add` : `${idOf([...path, next])}-remove`;
  }
  const to = Math.max(0, Math.min(index + (what === 'up' ? -1 : 1), list.length - 1));
  list.splice(to, 0, ...list.splice(index, 1));
  return `${idOf([...path, to])}-${what}`;
}
