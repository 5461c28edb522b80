/** The page on which one thing is edited: its form, what is wrong with it, the real page beside it. */
import type { Problem } from '#model/problem.ts';
import type { Request } from './app.ts';
import { field, problemRow, summary, textArea } from './controls.ts';
import type { Path } from './data.ts';
import { drawObject, idOf, type Drawing } from './fields.ts';
import { markup, type Html } from './html.ts';
import type { Library } from './library.ts';
import { postForm, TO_LIST, type View } from './page.ts';
import { BODY, placeProblems, type Shown } from './problems.ts';

export interface FormPage extends Shown, Pick<Drawing, 'focus' | 'itemLinks'> {
  title: string;
  problems: readonly Problem[];
  notice?: string | undefined;
  /** Sent back with the form. */
  carried: Record<string, string>;
  /** Above the fields: the id of something new. */
  above?: Html | undefined;
  /** Below the form: moving, deleting. */
  links?: readonly Html[];
  /** Where the site shows it, below its base. */
  preview?: string | undefined;
  /** Whether the form holds what is not saved. */
  unsaved: boolean;
}

export function formPage({ app }: Request, library: Library, form: FormPage): View {
  const { title, file, shape, value, body, problems, unsaved, links = [] } = form;
  const placed = placeProblems(problems, form);
  const problemsOf = (path: Path) =>
    placed.flatMap(({ problem, field }) =>
      field && idOf(field.path) === idOf(path) ? [problem] : [],
    );
  const heading = `直すところが ${String(placed.length)} 件あります`;
  const rows = placed.map(({ problem, field }) =>
    field ? problemRow(problem, field.label, `#${idOf(field.path)}`) : problemRow(problem),
  );
  const buttons = markup`
    <p class="bar">
      <button name="do" value="look">保存しないで見本に映す</button>
      <button name="do" value="save" class="main">保存する</button>
    </p>
  `;
  const fields = markup`
    ${buttons} ${form.above} ${drawObject(shape, value, [], { ...form, library, problemsOf })}
    ${body !== undefined && drawBody(body, problemsOf(BODY.path))} ${buttons}
  `;
  const { token } = app.guard;
  return {
    title: problems.length > 0 ? `誤りがあります: ${title}` : title,
    back: TO_LIST,
    notice: form.notice,
    status: problems.length > 0 && unsaved ? 422 : 200,
    body: markup`
      ${placed.length > 0 && summary(unsaved ? `まだ保存していません。${heading}` : heading, rows, unsaved)}
      <div class="editor">
        <div>
          ${postForm({ token, carried: form.carried, unsaved }, fields)}
          ${links.length > 0 && markup`<ul>${links.map((link) => markup`<li>${link}</li>`)}</ul>`}
          <p class="hint">ファイル: content/${file}</p>
        </div>
        ${form.preview !== undefined && preview(app.preview.origin, form.preview)}
      </div>
    `,
  };
}

/** Problems of a body name their lines. */
const drawBody = (body: string, problems: readonly Problem[]): Html =>
  field(
    {
      id: idOf(BODY.path),
      name: 'body',
      label: BODY.label,
      hint: '一つの段落は1行で書き、段落の間に空の行を1つ入れます。',
      problems: problems.map((one) => ({ ...one, expected: `${one.field}: ${one.expected}` })),
    },
    textArea(body, 8),
  );

function preview(origin: string | undefined, path: string): Html {
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
