/** Labelled controls, and the problems beside them and above them. */
import type { Problem } from '#model/problem.ts';
import { markup, type Html } from './html.ts';

interface Field {
  id: string;
  /** Under which the value is sent. Default: the id. */
  name?: string;
  label: string;
  /** A label that only a screen reader needs. */
  unseen?: boolean;
  hint?: string | undefined;
  problems?: readonly Problem[];
  focus?: boolean;
}
/** Draws a control with the attributes that {@link field} gives it. */
export type Control = (attributes: Html) => Html;

export function field(
  { id, name = id, label, unseen, hint, problems = [], focus }: Field,
  control: Control,
): Html {
  const wrong = problems.length > 0;
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return markup`
    <div class="field">
      <label for="${id}" ${unseen && markup`class="unseen"`}>${label}</label>
      ${hint && markup`<p class="hint" id="${id}-hint">${hint}</p>`}${errors(id, problems)}
      ${control(markup`
        id="${id}"
        name="${name}"
        ${describedBy && markup`aria-describedby="${describedBy}"`}
        ${wrong && markup`aria-invalid="true"`}
        ${focus && markup`autofocus`}
      `)}
    </div>
  `;
}

export const textInput =
  (value: string, numeric = false): Control =>
  (attributes) => markup`
    <input type="text" ${attributes} value="${value}" autocomplete="off"
      ${numeric && markup`inputmode="numeric"`} />
  `;

/** HTML drops the line break with which the text begins. */
export const textArea =
  (text: string, rows: number): Control =>
  (attributes) =>
    markup`<textarea ${attributes} rows="${rows}">\n${text}</textarea>`;

/** A value that is none of the options stays one, so that a form never changes it unasked. */
export function select(
  options: readonly (readonly [value: string, name: string])[],
  value: unknown,
  mayBeEmpty = false,
): Control {
  const chosen = typeof value === 'string' ? value : '';
  const all = [...options];
  if (chosen !== '' && !all.some(([one]) => one === chosen))
    all.unshift([chosen, `${chosen}（今はありません）`]);
  if (mayBeEmpty || chosen === '') all.unshift(['', '（選んでください）']);
  return (attributes) => markup`
    <select ${attributes}>
      ${all.map(
        ([one, name]) =>
          markup`<option value="${one}" ${one === chosen && markup`selected`}>${name}</option>`,
      )}
    </select>
  `;
}

/** The problems of the field or group of fields with this id. */
export const errors = (id: string, problems: readonly Problem[]): Html | undefined =>
  problems.length === 0
    ? undefined
    : markup`
        <p class="error" id="${id}-error">
          ${problems.map(
            ({ found, expected }) =>
              markup`<span><b>直してください:</b> ${expected}（今の内容: ${found}）</span>`,
          )}
        </p>
      `;

/** Above a page: what has to be mended, each with a link to where. */
export const summary = (
  heading: string,
  rows: readonly ReturnType<typeof problemRow>[],
  focus = true,
): Html => markup`
  <div class="summary" role="alert" tabindex="-1" ${focus && markup`autofocus`}>
    <h2>${heading}</h2>
    <ul>
      ${rows.map(
        ({ text, href }) =>
          markup`<li>${href === undefined ? text : markup`<a href="${href}">${text}</a>`}</li>`,
      )}
    </ul>
  </div>
`;

/** `label`: what is wrong, as the page calls it. */
export const problemRow = (
  { file, field: place, found, expected }: Problem,
  label = `content/${file} の「${place}」`,
  href?: string,
) => ({ text: `${label}: ${expected}（今の内容: ${found}）`, href });

/** {@link summary} of a save that was refused, on a page whose fields are not those of the content. */
export const refused = (problems: readonly Problem[]): Html | false =>
  problems.length > 0 &&
  summary(
    `まだ保存していません。直すところが ${String(problems.length)} 件あります`,
    problems.map((problem) => problemRow(problem)),
  );
