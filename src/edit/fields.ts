/** A form's fields, drawn from a shape, its value and what is wrong with it. */
import type { Problem } from '#model/problem.ts';
import { errors, field, select, textArea, textInput, type Control } from './controls.ts';
import { isData, type Path } from './data.ts';
import { markup, type Html } from './html.ts';
import type { Library } from './library.ts';
import { PLACES, type Relation, type Relations } from './relations.ts';
import { hintOf, labelOf, variantOf, variantsOf, type Shape } from './shape.ts';

export interface Drawing {
  library: Library;
  relations: Relations;
  /** What is wrong with the field or group of fields at a place. */
  problemsOf: (path: Path) => readonly Problem[];
  /** The id of what takes the focus: see `press`. */
  focus?: string | undefined;
  /** More to do with an item of a list, for example to move it elsewhere. */
  itemLinks?: ((value: unknown) => Html | undefined) | undefined;
}

/** A field is sent under its place in the value; a fragment of the same form leads to it. */
export const nameOf = (path: Path) => path.join('/');
export const idOf = (path: Path) => `f-${path.join('-')}`;

export function drawObject(shape: Shape, value: unknown, path: Path, on: Drawing): Html[] {
  const { properties = {}, required = [] } = variantOf(shape, value);
  const data = isData(value) ? value : {};
  return Object.entries(properties)
    .filter(([name]) => path.length > 0 || !PLACES.includes(name))
    .map(([name, inner]) => {
      const at = [...path, name];
      return inner.const === undefined
        ? drawProperty(inner, name, data[name], at, required.includes(name), on)
        : drawField(at, '種類', select(kindsOf(shape, name), data[name]), on);
    });
}

/** The constants of the alternatives, with their names: the kinds of a row. */
const kindsOf = (shape: Shape, name: string) =>
  variantsOf(shape).flatMap(({ properties = {} }): [string, string][] => {
    const { const: only, description } = properties[name] ?? {};
    return only === undefined ? [] : [[only, description ?? only]];
  });

function drawProperty(
  shape: Shape,
  name: string,
  value: unknown,
  path: Path,
  required: boolean,
  on: Drawing,
): Html {
  const relation = on.relations[name];
  // Chosen by its name, an id is not seen.
  const label = labelOf(shape, name).replace(relation ? /のid$/ : '', '');
  if (shape.type === 'array' && (relation || !isLines(shape)))
    return drawList(shape, label, value, path, relation, on);
  const named = label + (required ? '' : '（なくてもよい）');
  if (shape.type === 'object')
    return drawGroup(path, named, drawObject(shape, value, path, on), on);
  const hint = relation ? undefined : isLines(shape) ? linesHint(shape) : hintOf(shape);
  const control = relation
    ? select(on.library.options(relation), value, true)
    : controlOf(shape, name, value, required);
  return drawField(path, named, control, on, { hint });
}

const drawField = (
  path: Path,
  label: string,
  control: Control,
  on: Drawing,
  more: { hint?: string | undefined; unseen?: boolean } = {},
): Html => {
  const id = idOf(path);
  const problems = on.problemsOf(path);
  return field(
    { id, name: nameOf(path), label, problems, focus: on.focus === id, ...more },
    control,
  );
};

const drawGroup = (path: Path, legend: string, content: Html | Html[], on: Drawing): Html => markup`
  <fieldset id="${idOf(path)}">
    <legend>${legend}</legend>
    ${errors(idOf(path), on.problemsOf(path))}${content}
  </fieldset>
`;

function controlOf(shape: Shape, name: string, value: unknown, required: boolean): Control {
  if (shape.enum)
    return select(
      shape.enum.map((one) => [one, one]),
      value,
      !required,
    );
  if (shape.type === 'array') {
    const lines = Array.isArray(value) ? value.map(String) : [];
    return textArea(lines.join('\n'), Math.min(lines.length + 1, 12));
  }
  const text = typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
  return LONG.includes(name) || text.length > 30
    ? textArea(text, Math.ceil(text.length / 40) + 1)
    : textInput(text, shape.type === 'integer');
}

/** A list of words or of numbers is one field, a line each. */
export const isLines = ({ type, items }: Shape): boolean =>
  type === 'array' && (items?.type === 'string' || items?.type === 'integer');

/** The description says how a file has a list; a form has it otherwise. */
function linesHint(shape: Shape): string {
  const hint = (hintOf(shape) ?? '').replace(/（例: \[.*?\]）/u, '').replace(' []', '書かない');
  return hint.includes('1行に1つ') ? hint : [hint, '1行に1つずつ書く'].filter(Boolean).join('。');
}

const LONG = ['text', 'reason', 'note'];

/** A list whose items are moved, added and removed by buttons. */
function drawList(
  shape: Shape,
  label: string,
  value: unknown,
  path: Path,
  relation: Relation | undefined,
  on: Drawing,
): Html {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const button = (what: string, index: number, text: string, off = false) => {
    const id = `${idOf([...path, index])}-${what}`;
    return markup`
      <button name="do" value="${what} ${nameOf(path)} ${index}" id="${id}"
        ${off && markup`aria-disabled="true"`} ${on.focus === id && markup`autofocus`}>
        ${text}<span class="unseen">（${label} ${index + 1}番目）</span>
      </button>
    `;
  };
  const drawItem = (item: unknown, at: Path, name: string) =>
    relation
      ? drawField(at, name, select(on.library.options(relation), item, true), on, { unseen: true })
      : drawGroup(at, name, drawObject(shape.items ?? {}, item, at, on), on);
  const hint = relation ? undefined : hintOf(shape);
  const content = markup`
    ${hint && markup`<p class="hint">${hint}</p>`}
    <input type="hidden" name="n:${nameOf(path)}" value="${items.length}" />
    <ol class="items">
      ${items.map(
        (item, index) => markup`
          <li>
            ${drawItem(item, [...path, index], `${label} ${String(index + 1)}番目`)}
            <p class="buttons">
              ${button('up', index, '上へ', index === 0)}
              ${button('down', index, '下へ', index === items.length - 1)}
              ${button('remove', index, '消す')} ${on.itemLinks?.(item)}
            </p>
          </li>
        `,
      )}
    </ol>
    <p>
      <button name="do" value="add ${nameOf(path)} ${items.length}" id="${idOf(path)}-add">
        ${label}を足す
      </button>
    </p>
  `;
  return drawGroup(path, label, content, on);
}
