/** From a posted form back to a value; buttons that change a list. */
import { emptyOf, shapeAt, variantOf, type Shape } from './shape.ts';
import { idOf, nameOf, type Path } from './fields.ts';
import { PLACES, type Target } from './relations.ts';

/** The value that a form shows; `old` keeps what the form does not show. */
export function readObject(
  shape: Shape,
  form: URLSearchParams,
  path: Path,
  relations: Record<string, Target>,
  old?: Record<string, unknown>,
): Record<string, unknown> {
  const kind = kindOf(shape, form, path);
  const { properties = {}, required = [] } = variantOf(shape, kind);
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
  relations: Record<string, Target>,
): unknown {
  if (shape.type === 'object') return readObject(shape, form, path, relations);
  const count = form.get(`n:${nameOf(path)}`);
  if (shape.type === 'array' && count !== null)
    return Array.from({ length: Math.min(Number(count) || 0, form.size) }, (_, index) => {
      const at = [...path, index];
      return relations[name]
        ? textOf(form, at)
        : readObject(shape.items ?? {}, form, at, relations);
    });
  const text = textOf(form, path);
  if (shape.type !== 'array') return numberOr(shape, text);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => numberOr(shape.items ?? {}, line));
}

const numberOr = ({ type }: Shape, text: string) =>
  type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;

const textOf = (form: URLSearchParams, path: Path) =>
  (form.get(nameOf(path)) ?? '').replaceAll('\r\n', '\n');

/** The constants that were chosen, for the choice of the alternative. */
function kindOf(shape: Shape, form: URLSearchParams, path: Path): Record<string, unknown> {
  const names = (shape.oneOf ?? shape.anyOf ?? []).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, { const: only }]) =>
      only === undefined ? [] : [name],
    ),
  );
  return Object.fromEntries(names.map((name) => [name, textOf(form, [...path, name])]));
}

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
  const match = /^(up|down|remove|add) (\S+) (\d+)$/.exec(pressed);
  if (!match) return undefined;
  const path = (match[2] ?? '').split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return { what: match[1] as ListButton['what'], path, index: Number(match[3]) };
}

const valueAt = (value: unknown, path: Path) =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    value,
  );

/** Does to `value` what the button says; tells where the focus goes. */
export function press(shape: Shape, value: unknown, { what, path, index }: ListButton): string {
  const list = valueAt(value, path);
  if (!Array.isArray(list)) {
    const around = valueAt(value, path.slice(0, -1)) as
      Record<string | number, unknown> | undefined;
    if (what !== 'add' || !around) return '';
    around[String(path.at(-1))] = [];
    return press(shape, value, { what, path, index });
  }
  const to = what === 'up' ? index - 1 : index + 1;
  if (what === 'add') list.push(emptyOf(shapeAt(shape, path, value).items ?? {}));
  else if (what === 'remove') list.splice(index, 1);
  else if (to >= 0 && to < list.length) list.splice(to, 0, ...(list.splice(index, 1) as unknown[]));
  const at = what === 'up' || what === 'down' ? Math.max(0, Math.min(to, list.length - 1)) : index;
  if (what === 'remove')
    return list.length > 0
      ? `${idOf([...path, Math.min(index, list.length - 1)])}-remove`
      : `${idOf(path)}-add`;
  if (what !== 'add') return `${idOf([...path, at])}-${what}`;
  const fresh = list.at(-1) as unknown;
  const first = typeof fresh === 'object' && fresh !== null ? Object.keys(fresh)[0] : undefined;
  return idOf([...path, list.length - 1, ...(first ? [first] : [])]);
}
