/** A form's fields, drawn from a shape, its value and what is wrong with it. */
import { fieldPath, type Problem } from '#model/problem.ts';
import { markup, type Html } from './html.ts';
import type { Library } from './library.ts';
import { PLACES, type Target } from './relations.ts';
import { hintOf, labelOf, variantOf, type Shape } from './shape.ts';

export type Path = readonly (string | number)[];

export interface Drawing {
  library: Library;
  /** What each field names, by its own name. */
  relations: Record<string, Target>;
  /** Problems of a field, by {@link fieldPath}; taken out where they are shown. */
  problems: Map<string, Problem[]>;
  /** The field that takes the focus: where a button was pressed, as {@link idOf} names it. */
  focus?: string | undefined;
  /** More to do with an item of a list, for example to move it elsewhere. */
  itemLinks?: (path: Path, value: unknown) => Html | undefined;
}

/** In forms a field is named by its place; a fragment leads to it. */
export const nameOf = (path: Path) => path.join('/');
export const idOf = (path: Path) => `f-${path.join('-')}`;

export function drawObject(shape: Shape, value: unknown, path: Path, on: Drawing): Html[] {
  const own = variantOf(shape, value);
  const data = (value ?? {}) as Record<string, unknown>;
  return Object.entries(own.properties ?? {})
    .filter(([name]) => path.length > 0 || !PLACES.includes(name))
    .map(([name, inner]) => {
      const required = own.required?.includes(name) ?? false;
      if (inner.const !== undefined) return drawKind(shape, name, data[name], [...path, name], on);
      return drawField(inner, name, data[name], [...path, name], required, on);
    });
}

function drawField(
  shape: Shape,
  name: string,
  value: unknown,
  path: Path,
  required: boolean,
  on: Drawing,
): Html {
  const target = on.relations[name];
  // Chosen by its name, an id is not seen.
  const label = labelOf(shape, name).replace(target ? /のid$/ : '', '');
  if (shape.type === 'array' && (target || !isLines(shape)))
    return drawList(shape, label, value, path, target, on);
  if (shape.type === 'object')
    return markup`
      <fieldset id="${idOf(path)}">
        <legend>${label}${!required && '（なくてもよい）'}</legend>
        ${drawProblems(path, on)}${drawObject(shape, value, path, on)}
      </fieldset>
    `;
  const hint = target ? undefined : isLines(shape) ? linesHint(shape) : hintOf(shape);
  const problems = drawProblems(path, on);
  const describedBy = [hint && `${idOf(path)}-hint`, problems && `${idOf(path)}-error`]
    .filter(Boolean)
    .join(' ');
  const attributes = markup`
    id="${idOf(path)}"
    name="${nameOf(path)}" ${describedBy && markup`aria-describedby="${describedBy}"`} ${problems && markup`aria-invalid="true"`} ${on.focus === idOf(path) && markup`autofocus`}
  `;
  return markup`
    <div class="field">
      <label for="${idOf(path)}">${label}${!required && '（なくてもよい）'}</label>
      ${hint && markup`<p class="hint" id="${idOf(path)}-hint">${hint}</p>`}${problems}
      ${drawInput(shape, name, value, attributes, required, target, on)}
    </div>
  `;
}

function drawInput(
  shape: Shape,
  name: string,
  value: unknown,
  attributes: Html,
  required: boolean,
  target: Target | undefined,
  on: Drawing,
): Html {
  if (target) return drawSelect(on.library.options(target), value, attributes, true);
  if (shape.enum)
    return drawSelect(
      shape.enum.map((one) => [one, one]),
      value,
      attributes,
      !required,
    );
  if (shape.type === 'array') {
    const lines = Array.isArray(value) ? value.map(String) : [];
    return markup`
      <textarea ${attributes} rows="${Math.min(lines.length + 1, 12)}">
${lines.join('\n')}</textarea>
    `;
  }
  const text = value === undefined || value === null ? '' : displayed(value);
  if (LONG.includes(name) || text.length > 30)
    return markup`<textarea ${attributes} rows="${Math.ceil(text.length / 40) + 1}">${text}</textarea>`;
  return markup`
    <input
      type="text"
      ${attributes}
      value="${text}"
      ${shape.type === 'integer' && markup`inputmode="numeric"`}
      autocomplete="off"
    />
  `;
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

function drawSelect(
  options: readonly [string, string][],
  value: unknown,
  attributes: Html,
  mayBeEmpty: boolean,
): Html {
  const chosen = typeof value === 'string' ? value : '';
  const unknown = chosen !== '' && !options.some(([one]) => one === chosen);
  const all: [string, string][] = [
    ...(mayBeEmpty || chosen === '' ? [['', '（選んでください）'] as [string, string]] : []),
    ...(unknown ? [[chosen, `${chosen}（今はありません）`] as [string, string]] : []),
    ...options,
  ];
  return markup`
    <select ${attributes}>
      ${all.map(
        ([one, name]) => markup`
          <option
            value="${one}"
            ${one === chosen && markup`selected`}
          >
            ${name}
          </option>
        `,
      )}
    </select>
  `;
}

/** The kind of a row: one of the constants of the alternatives. */
function drawKind(shape: Shape, name: string, value: unknown, path: Path, on: Drawing): Html {
  const kinds = (shape.oneOf ?? shape.anyOf ?? [shape]).flatMap((one): [string, string][] => {
    const inner = one.properties?.[name];
    return inner?.const === undefined ? [] : [[inner.const, inner.description ?? inner.const]];
  });
  return markup`
    <div class="field">
      <label for="${idOf(path)}">種類</label>
      ${drawProblems(path, on)}
      ${drawSelect(kinds, value, markup`id="${idOf(path)}" name="${nameOf(path)}"`, false)}
    </div>
  `;
}

/** A list whose items are moved, added and removed by buttons. */
function drawList(
  shape: Shape,
  label: string,
  value: unknown,
  path: Path,
  target: Target | undefined,
  on: Drawing,
): Html {
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  const button = (what: string, index: number, text: string, off = false) => {
    const id = `${idOf([...path, index])}-${what}`;
    return markup`
      <button
        name="do"
        value="${what} ${nameOf(path)} ${index}"
        id="${id}"
        ${off && markup`aria-disabled="true"`}
        ${on.focus === id && markup`autofocus`}
      >
        ${text}<span class="unseen">（${label} ${index + 1}番目）</span>
      </button>
    `;
  };
  return markup`
    <fieldset id="${idOf(path)}">
      <legend>${label}</legend>
      ${
        hintOf(shape) && !target && markup`<p class="hint">${hintOf(shape)}</p>`
      }${drawProblems(path, on)}
      <input type="hidden" name="n:${nameOf(path)}" value="${items.length}" />
      <ol class="items">
        ${items.map((item, index) => {
          const at = [...path, index];
          return markup`
            <li>
              ${target ? drawChoice(label, item, at, target, on) : drawItem(shape, label, item, at, on)}
              <p class="buttons">
                ${button('up', index, '上へ', index === 0)}
                ${button('down', index, '下へ', index === items.length - 1)}
                ${button('remove', index, '消す')} ${on.itemLinks?.(at, item)}
              </p>
            </li>
          `;
        })}
      </ol>
      <p>
        <button name="do" value="add ${nameOf(path)} ${items.length}" id="${idOf(path)}-add">
          ${label}を足す
        </button>
      </p>
    </fieldset>
  `;
}

const drawItem = (shape: Shape, label: string, item: unknown, path: Path, on: Drawing) => markup`
  <fieldset id="${idOf(path)}">
    <legend>${label} ${Number(path.at(-1)) + 1}番目</legend>
    ${drawProblems(path, on)}${drawObject(shape.items ?? {}, item, path, on)}
  </fieldset>
`;

function drawChoice(label: string, item: unknown, path: Path, target: Target, on: Drawing): Html {
  const problems = drawProblems(path, on);
  const attributes = markup`
    id="${idOf(path)}" name="${nameOf(path)}" aria-label="${`${label} ${String(Number(path.at(-1)) + 1)}番目`}" ${problems && markup`aria-invalid="true" aria-describedby="${idOf(path)}-error"`} ${on.focus === idOf(path) && markup`autofocus`}
  `;
  return markup`${problems}${drawSelect(on.library.options(target), item, attributes, true)}`;
}

/** The problems of one field; those of the items of a list of words stand with the list. */
function drawProblems(path: Path, on: Drawing): Html | undefined {
  const own = fieldPath(path);
  const problems = on.problems.get(own) ?? [];
  if (problems.length === 0) return undefined;
  return markup`
    <p class="error" id="${idOf(path)}-error">
      ${problems.map(
        ({ found, expected }) => markup`
          <span>
            <b>直してください:</b>
            ${expected}（今の内容: ${found}）
          </span>
        `,
      )}
    </p>
  `;
}

/** A value of the content as it stands in a form: text, a number or a truth. */
const displayed = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
