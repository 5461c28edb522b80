/** Gives a file another id, a pledge another section: another address. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { field, refused, select, textInput } from './controls.ts';
import { nameProblems } from './ids.ts';
import { markup } from './html.ts';
import { readLibrary, type Item, type Library } from './library.ts';
import { lastPlace } from './order.ts';
import { missing, postForm } from './page.ts';
import { withFields } from './parts.ts';
import { renamed } from './references.ts';

export async function address(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const library = await readLibrary(app.store);
  const item = library.get(query.get('file') ?? '');
  if (!item?.folder) return missing(query.get('file') ?? '');
  const own = item.id.split('/').at(-1) ?? '';
  const section = item.folder === 'pledges' ? (item.id.split('/')[0] ?? '') : '';
  const id = form.get('id') ?? own;
  const where = form.get('section') ?? section;
  const file = `${item.folder}/${where && `${where}/`}${id}.mdx`;
  let problems = form.size > 0 ? nameProblems(library, file, id) : [];
  if (form.size > 0 && problems.length === 0) {
    const texts = renamed(library, namesOf(library, item, file));
    if (where !== section) texts.set(file, withFields(item, lastPlace(library, 'pledges', where)));
    const change = { label: `「${item.name}」のアドレス`, texts, hashes: new Map() };
    const answer = await commit(request, change, editAddress(file));
    if (!('problems' in answer)) return answer;
    problems = [...answer.problems];
  }
  const content = markup`
    ${field({ id: 'id', label: 'アドレスになる名前（id）' }, textInput(id))}
    ${section !== '' && field({ id: 'section', label: '課' }, select(library.options('sections'), where))}
    <p><button class="main">アドレスを変える</button></p>
  `;
  return {
    title: `「${item.name}」のアドレスを変える`,
    status: form.size > 0 ? 422 : 200,
    back: [editAddress(item.file), '変えずに戻る'],
    body: markup`
      ${refused(problems)}
      <p>公開したあとでも変えられます。前のアドレスを開いた人は、新しいアドレスに案内されます。</p>
      ${postForm({ token: app.guard.token }, content)}
    `,
  };
}

/** Old path → new path: with a section go the folder and the files of its pledges. */
function namesOf(library: Library, item: Item, file: string): Map<string, string> {
  const names = new Map([[item.file, file]]);
  const id = file.replace(/^sections\/(.*)\.mdx$/, '$1');
  if (item.folder === 'sections')
    for (const pledge of library.pledgesOf(item.id))
      names.set(pledge.file, pledge.file.replace(`pledges/${item.id}/`, `pledges/${id}/`));
  return names;
}
