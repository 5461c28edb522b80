/** Edits what stands: a whole file, or one row of a YAML file. */
import type { Readings } from '#model/reading.ts';
import type { Problem } from '#model/problem.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { formPage, type FormPage } from './form-page.ts';
import { markup } from './html.ts';
import { fillIds } from './ids.ts';
import { judge } from './judge.ts';
import { kanaDraft } from './kana.ts';
import { itemOf, Library, readLibrary, type Data, type Item } from './library.ts';
import { linksOf } from './links.ts';
import { lastPlace } from './order.ts';
import { press, readButton, readObject } from './posted.ts';
import { previewPath } from './preview-path.ts';
import { rawFile } from './raw-page.ts';
import { relations } from './relations.ts';
import { rowsPage } from './rows-page.ts';
import { prepare, type Change } from './save.ts';
import { placeNow, targetOf, withTarget, type Target } from './target.ts';
import { wordsPage } from './words-page.ts';

export async function edit(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const file = query.get('file') ?? '';
  const library = await readLibrary(app.store);
  const item = library.get(file);
  if (!item) return missing(file);
  const at = placeNow(item, query.get('at'), form.get('row'));
  if (item.broken) return rawFile(request, item);
  if (file === 'readings.yaml' && !at) return wordsPage(request, library, item);
  if (!item.folder && !at && file !== 'source.yaml' && file !== 'terms.yaml')
    return rowsPage(request, library, item);
  const target = targetOf(item, at);
  const drawn = await pageOf(request, item, target);
  // What the form was first made from, however often it is sent before it is saved.
  for (const name of Object.keys(drawn.carried))
    drawn.carried[name] = form.get(name) ?? drawn.carried[name] ?? '';
  const pressed = form.get('do') ?? (form.size > 0 ? 'save' : '');
  if (pressed === '') return formPage(request, library, drawn);

  const value = readObject(target.shape, form, [], drawn.relations, target.value as Data);
  const body =
    target.body === undefined ? undefined : (form.get('body') ?? '').replaceAll('\r\n', '\n');
  const posted = { ...drawn, value, body, problems: [], unsaved: true };
  const button = readButton(pressed);
  if (button)
    return formPage(request, library, { ...posted, focus: press(target.shape, value, button) });

  await fillIds(value, readingsOf(library));
  const notice = await kanaDraft(value, readingsOf(library));
  if (notice) return formPage(request, library, { ...posted, notice });
  const change = changeOf(library, item, target, value, body);
  change.hashes.set(file, form.get('hash') ?? '');
  if (pressed === 'look') {
    const prepared = await prepare(app.store, change);
    if (prepared.problems)
      return formPage(request, library, { ...posted, problems: prepared.problems });
    await app.preview.show(prepared.texts);
    const preview = prepared.plan && previewPath(prepared.plan, file);
    const notice = 'まだ保存していません。見本で確かめてください。';
    return formPage(request, library, { ...posted, notice, preview });
  }
  const answer = await commit(request, change, editAddress(file, at === 'new' ? '' : (at ?? '')));
  if (!('problems' in answer)) return answer;
  return formPage(request, library, { ...posted, problems: answer.problems });
}

/** The form as the file is now. */
async function pageOf({ app }: Request, item: Item, target: Target): Promise<FormPage> {
  const { plan, problems } = await judge(app.store.dir);
  const own = problems.filter((problem: Problem) => problem.file === item.file);
  return {
    ...target,
    title: item.name,
    file: item.file,
    relations: relations[item.folder ?? 'corrections'] ?? {},
    problems: own,
    carried: { hash: item.hash, ...(target.row && { row: target.row }) },
    preview: plan && previewPath(plan, item.file),
    unsaved: false,
    ...linksOf(item, target),
  };
}

/** The file changed. A programme that goes to another goal stands last there. */
function changeOf(
  library: Library,
  item: Item,
  target: Target,
  value: Data,
  body: string | undefined,
): Change {
  const goal = value.goal;
  const place =
    item.folder === 'programmes' && goal !== item.data.goal
      ? lastPlace(library, item.folder, String(goal))
      : {};
  const text = withTarget(item, target, { ...value, ...place }, body);
  const { name } = itemOf(item.file, text);
  return { label: `「${name}」`, texts: new Map([[item.file, text]]), hashes: new Map() };
}

export function readingsOf(library: Library): Readings {
  const { words = {}, unconfirmed = {} } = library.get('readings.yaml')?.data ?? {};
  return { words, unconfirmed } as Readings;
}

export const missing = (file: string): Answer => ({
  title: 'ファイルがありません',
  status: 404,
  body: markup`
    <p>content/${file} はありません。</p>
    <p><a href="/">一覧に戻る</a></p>
  `,
});
