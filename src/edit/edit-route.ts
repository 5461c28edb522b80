/** Edits an existing file as a whole, or one row of a YAML file. */
import { editAddress, type Answer, type Request } from './app.ts';
import type { Data } from './data.ts';
import { formPage, type FormPage } from './form-page.ts';
import { answerForm } from './form-route.ts';
import { judge } from './judge.ts';
import { itemOf, readLibrary, type Item, type Library } from './library.ts';
import { linksOf } from './links.ts';
import { lastPlace } from './order.ts';
import { missing } from './page.ts';
import { previewPath } from './preview-path.ts';
import { rawFile } from './raw-page.ts';
import { relationsOf } from './relations.ts';
import { rowsPage } from './rows-page.ts';
import type { Change } from './save.ts';
import { placeNow, targetOf, withTarget, type Target } from './target.ts';
import { wordsPage } from './words-page.ts';

/** YAML files that are one form and no list of rows. */
const WHOLE = ['source.yaml', 'terms.yaml'];

export async function edit(request: Request): Promise<Answer> {
  const { app, query, form: sent } = request;
  const file = query.get('file') ?? '';
  const library = await readLibrary(app.store);
  const item = library.get(file);
  if (!item) return missing(file);
  const at = placeNow(item, query.get('at'), sent.get('row'));
  if (item.broken) return rawFile(request, item);
  if (file === 'readings.yaml' && !at) return wordsPage(request, item);
  if (!item.folder && !at && !WHOLE.includes(file)) return rowsPage(library, item);
  const target = targetOf(item, at);
  const form = await pageOf(request, item, target);
  if (sent.size === 0) return formPage(request, library, form);
  // What the form was first made from, however often it is sent before it is saved.
  for (const name of Object.keys(form.carried))
    form.carried[name] = sent.get(name) ?? form.carried[name] ?? '';
  const goTo = editAddress(file, at === 'new' ? '' : (at ?? ''));
  return answerForm(request, library, { ...form, problems: [] }, (value, body) => {
    const change = changeOf(library, item, target, value, body);
    change.hashes.set(file, sent.get('hash') ?? '');
    return { change, form, goTo };
  });
}

/** The form as the file is now. */
async function pageOf({ app }: Request, item: Item, target: Target): Promise<FormPage> {
  const { file } = item;
  const { plan, problems } = await judge(app.store.dir);
  return {
    ...target,
    title: item.name,
    file,
    relations: relationsOf(file),
    problems: problems.filter((problem) => problem.file === file),
    carried: { hash: item.hash, ...(target.row && { row: target.row }) },
    preview: plan && previewPath(plan, file),
    unsaved: false,
    ...linksOf(item, target),
  };
}

/** The changed file. A programme that gets another goal becomes its last one. */
function changeOf(
  library: Library,
  item: Item,
  target: Target,
  value: Data,
  body: string | undefined,
): Change {
  const { file, folder, data } = item;
  const goes = folder === 'programmes' && value.goal !== data.goal;
  const place = goes ? lastPlace(library, folder, String(value.goal)) : {};
  const text = withTarget(item, target, { ...value, ...place }, body);
  const label = `「${itemOf(file, text).name}」`;
  return { label, texts: new Map([[file, text]]), hashes: new Map() };
}
