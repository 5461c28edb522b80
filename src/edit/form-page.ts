/** The page on which one thing is edited: its form, what is wrong with it, the real page beside it. */
import type { Problem } from '#model/problem.ts';
import type { Request } from './app.ts';
import { drawObject, idOf, type Drawing } from './fields.ts';
import { markup, type Html } from './html.ts';
import type { Library } from './library.ts';
import { hidden, type View } from './page.ts';
import { BODY, placeProblems, type Placed } from './problems.ts';
import type { Target } from './relations.ts';
import type { Shape } from './shape.ts';

export interface FormPage {
  title: string;
  file: string;
  shape: Shape;
  value: unknown;
  /** Undefined where the thing has no body. */
  body: string | undefined;
  /** How messages name the place in the file: see `placeProblems`. */
  places: readonly string[];
  relations: Record<string, Target>;
  problems: readonly Problem[];
  focus?: string | undefined;
  notice?: string | undefined;
  /** Sent back with the form. */
  carried: Record<string, string>;
  /** Above the fields: the id of something new. */
  above?: Html | undefined;
  /** Below the form: moving, deleting. */
  links?: readonly Html[];
  /** Below the base of the site. */
  preview?: string | undefined;
  /** Whether the form holds what is not saved. */
  unsaved: boolean;
  itemLinks?: Drawing['itemLinks'];
}

export function formPage({ app }: Request, library: Library, form: FormPage): View {
  const { title, file, shape, value, body, problems, unsaved } = form;
  const placed = placeProblems(
    problems,
    file,
    form.places,
    shape,
    value,
    body !== undefined,
    form.relations,
  );
  const drawing: Drawing = {
    library,
    relations: form.relations,
    problems: placed.byField,
    focus: form.focus,
    ...(form.itemLinks && { itemLinks: form.itemLinks }),
  };
  return {
    title: problems.length > 0 ? `誤りがあります: ${title}` : title,
    notice: form.notice,
    status: problems.length > 0 && unsaved ? 422 : 200,
    body: markup`
      <nav aria-label="戻る"><a href="/">一覧に戻る</a></nav>
      ${summary(placed.all, unsaved)}
      <div class="editor">
        <div>
          <form
            method="post"
            ${unsaved && markup`data-unsaved`}
          >
            ${hidden([['token', app.guard.token], ...Object.entries(form.carried)])}
            <p class="bar">
              <button name="do" value="look">保存しないで見本に映す</button>
              <button name="do" value="save" class="main">保存する</button>
            </p>
            ${form.above} ${drawObject(shape, value, [], drawing)}
            ${body !== undefined && drawBody(body, placed.byField.get('本文') ?? [])}
            <p class="bar">
              <button name="do" value="look">保存しないで見本に映す</button>
              <button name="do" value="save" class="main">保存する</button>
            </p>
          </form>
          ${
            form.links &&
            form.links.length > 0 &&
            markup`
              <ul>
                ${form.links.map((link) => markup`<li>${link}</li>`)}
              </ul>
            `
          }
          <p class="hint">ファイル: content/${file}</p>
        </div>
        ${preview(app.preview.origin, form.preview)}
      </div>
    `,
  };
}

function summary(all: Placed['all'], unsaved: boolean) {
  if (all.length === 0) return undefined;
  return markup`
    <div
      class="summary"
      role="alert"
      tabindex="-1"
      ${unsaved && markup`autofocus`}
    >
      <h2>${unsaved && 'まだ保存していません。'}直すところが ${all.length} 件あります</h2>
      <ul>
        ${all.map(({ problem: { expected, found }, id, label }) => {
          const text = `${label}: ${expected}（今の内容: ${found}）`;
          return markup`
            <li>
              ${id ? markup`<a href="#${id}">${text}</a>` : text}
            </li>
          `;
        })}
      </ul>
    </div>
  `;
}

function drawBody(body: string, problems: readonly Problem[]): Html {
  const id = idOf(BODY);
  const wrong = problems.length > 0;
  return markup`
    <div class="field">
      <label for="${id}">本文</label>
      <p class="hint" id="${id}-hint">一つの段落は1行で書き、段落の間に空の行を1つ入れます。</p>
      ${
        wrong &&
        markup`
          <p class="error" id="${id}-error">
            ${problems.map(
              ({ field, found, expected }) => markup`
                <span>
                  <b>直してください:</b>
                  ${field}: ${expected}（今の内容: ${found}）
                </span>
              `,
            )}
          </p>
        `
      }
      <textarea
        id="${id}"
        name="body"
        rows="8"
        aria-describedby="${id}-hint${wrong && markup`${id}-error`}"
        ${wrong && markup`aria-invalid="true"`}
      >
${body}</textarea>
    </div>
  `;
}

function preview(origin: string | undefined, path: string | undefined): Html | false {
  if (path === undefined) return false;
  if (!origin)
    return markup`<p class="preview">見本の準備をしています。少したってから読み込み直してください。</p>`;
  return markup`
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">見本</h2>
      <p><a href="${origin}${path}" target="_blank">見本を別の窓で開く</a></p>
      <iframe src="${origin}${path}" title="サイトでの見え方"></iframe>
    </section>
  `;
}
