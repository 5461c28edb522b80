/** Gives a file another id, a pledge another section: another address. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { missing } from './edit-route.ts';
import { markup } from './html.ts';
import { readLibrary, type Item, type Library } from './library.ts';
import { lastPlace, withData } from './order.ts';
import { hidden } from './page.ts';
import { renamed } from './references.ts';
import { isContentFile } from './store.ts';
import { problemList } from './problem-list.ts';

export async function address(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const library = await readLibrary(app.store);
  const item = library.get(query.get('file') ?? '');
  if (!item?.folder) return missing(query.get('file') ?? '');
  const own = item.id.split('/').at(-1) ?? '';
  const section = item.folder === 'pledges' ? (item.id.split('/')[0] ?? '') : '';
  const id = form.get('id') ?? own;
  const where = form.get('section') ?? section;
  let problems = markup``;
  if (form.size > 0) {
    const file = `${item.folder}/${where && `${where}/`}${id}.mdx`;
    const fault = !isContentFile(file)
      ? '小文字のローマ字・数字・ハイフンのid（例: hana-no-michi）'
      : library.get(file) && 'ほかと違う名前（もうあります）';
    if (fault) problems = problemList([{ file, field: 'id', found: id, expected: fault }]);
    else {
      const texts = renamed(library, namesOf(library, item, file));
      if (where !== section)
        texts.set(file, withData(file, item.text, lastPlace(library, 'pledges', where)));
      const change = { label: `「${item.name}」のアドレス`, texts, hashes: new Map() };
      const answer = await commit(request, change, editAddress(file));
      if (!('problems' in answer)) return answer;
      problems = problemList(answer.problems);
    }
  }
  return {
    title: `「${item.name}」のアドレスを変える`,
    status: form.size > 0 ? 422 : 200,
    body: markup`
      <nav aria-label="戻る"><a href="${editAddress(item.file)}">変えずに戻る</a></nav>
      ${problems}
      <p>公開したあとでも変えられます。前のアドレスを開いた人は、新しいアドレスに案内されます。</p>
      <form method="post">
        ${hidden([['token', app.guard.token]])}
        <div class="field">
          <label for="id">アドレスになる名前（id）</label>
          <input type="text" id="id" name="id" value="${id}" autocomplete="off" />
        </div>
        ${
          section !== '' &&
          markup`<div class="field">
          <label for="section">課</label>
          <select id="section" name="section">
            ${library
              .options('sections')
              .map(
                ([one, name]) =>
                  markup`<option value="${one}" ${one === where && markup`selected`}>${name}</option>`,
              )}
          </select>
        </div>`
        }
        <p><button class="main">アドレスを変える</button></p>
      </form>
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
