/** A new programme, section, pledge or principle. */
import { folders } from '#model/collections.ts';
import type { Problem } from '#model/problem.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { missing, readingsOf } from './edit-route.ts';
import { formPage, type FormPage } from './form-page.ts';
import { markup, type Html } from './html.ts';
import { fillIds, proposeId } from './ids.ts';
import { kanaDraft } from './kana.ts';
import { itemOf, readLibrary, type Data, type Library } from './library.ts';
import { lastPlace } from './order.ts';
import { newFile } from './parts.ts';
import { press, readButton, readObject } from './posted.ts';
import { previewPath } from './preview-path.ts';
import { relations } from './relations.ts';
import { prepare, type Change } from './save.ts';
import { emptyOf, shapeOf } from './shape.ts';
import { isContentFile } from './store.ts';

const TITLES = {
  goals: '目標を足す',
  programmes: '事業を足す',
  principles: '組織運営の考え方を足す',
  sections: '課を足す',
  pledges: '取組目標を足す',
} as const;
type Kind = keyof typeof TITLES;

export async function create(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const kind = (query.get('kind') ?? '') as Kind;
  if (!Object.hasOwn(TITLES, kind)) return missing(kind);
  const around = query.get('in') ?? '';
  const library = await readLibrary(app.store);
  const shape = shapeOf(folders[kind].example);
  const fresh = emptyOf(shape) as Data;
  if (kind === 'programmes') fresh.goal = around;
  const asked: FormPage = {
    title: TITLES[kind],
    file: `${kind}/`,
    shape,
    value: fresh,
    body: folders[kind].body === 'none' ? undefined : '',
    places: [],
    relations: relations[kind] ?? {},
    problems: [],
    carried: {},
    above: idField(form.get('new-id') ?? ''),
    unsaved: form.size > 0,
  };
  if (form.size === 0) return formPage(request, library, asked);

  const value = readObject(shape, form, [], asked.relations);
  const body =
    asked.body === undefined ? undefined : (form.get('body') ?? '').replaceAll('\r\n', '\n');
  const pressed = form.get('do') ?? 'save';
  const button = readButton(pressed);
  const posted = { ...asked, value, body };
  if (button) return formPage(request, library, { ...posted, focus: press(shape, value, button) });
  const readings = readingsOf(library);
  await fillIds(value, readings);
  const taken = library.in(kind).map(({ id }) => id.split('/').at(-1));
  const id = form.get('new-id') || (await proposeId(value, readings, taken, kind));
  const above = idField(id);
  const notice = await kanaDraft(value, readings);
  if (notice) return formPage(request, library, { ...posted, above, notice });
  const file = `${kind}/${kind === 'pledges' ? `${around}/` : ''}${id}.mdx`;
  const named = { ...posted, file, above };
  const problems = nameProblems(library, file, id);
  if (problems.length > 0) return formPage(request, library, { ...named, problems });

  const change = changeOf(library, kind, file, value, body, around);
  if (pressed === 'look') {
    const prepared = await prepare(app.store, change);
    if (prepared.problems)
      return formPage(request, library, { ...named, problems: prepared.problems });
    await app.preview.show(prepared.texts);
    const preview = prepared.plan && previewPath(prepared.plan, file);
    return formPage(request, library, {
      ...named,
      notice: 'まだ保存していません。見本で確かめてください。',
      preview,
    });
  }
  const answer = await commit(request, change, editAddress(file));
  return 'problems' in answer
    ? formPage(request, library, { ...named, problems: answer.problems })
    : answer;
}

function changeOf(
  library: Library,
  kind: Kind,
  file: string,
  value: Data,
  body: string | undefined,
  around: string,
): Change {
  const row = kind === 'programmes' ? String(value.goal) : around;
  const data = inOrder(kind, { ...value, ...lastPlace(library, kind, row) });
  const { name, text } = itemOf(file, newFile({ data, body }));
  return {
    label: `「${name}」を足した`,
    texts: new Map([[file, text]]),
    hashes: new Map([[file, '']]),
  };
}

/** Fields as the schema lists them. */
const inOrder = (kind: Kind, data: Data): Data =>
  Object.fromEntries(
    Object.keys(shapeOf(folders[kind].example).properties ?? {}).flatMap((name) =>
      data[name] === undefined ? [] : [[name, data[name]]],
    ),
  );

function nameProblems(library: Library, file: string, id: string): Problem[] {
  if (!isContentFile(file))
    return [
      {
        file,
        field: 'アドレスになる名前',
        found: id,
        expected: '小文字のローマ字・数字・ハイフンのid（例: hana-no-michi）',
      },
    ];
  if (library.get(file))
    return [
      { file, field: 'アドレスになる名前', found: id, expected: 'ほかと違う名前（もうあります）' },
    ];
  return [];
}

export const idField = (id: string): Html => markup`<div class="field">
    <label for="new-id">アドレスになる名前（id）</label>
    <p class="hint" id="new-id-hint">小文字のローマ字。空のままにすると、名前の読みから付けます。公開したあとは変えません。</p>
    <input type="text" id="new-id" name="new-id" value="${id}" aria-describedby="new-id-hint" autocomplete="off" />
  </div>`;
