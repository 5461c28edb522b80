/** A file that cannot be taken apart into fields: its text, to be mended as text. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { field, problemRow, summary, textArea } from './controls.ts';
import { markup } from './html.ts';
import { judge } from './judge.ts';
import type { Item } from './library.ts';
import { postForm, TO_LIST } from './page.ts';
import { textOf } from './posted.ts';

export async function rawFile(request: Request, item: Item): Promise<Answer> {
  const { app, form } = request;
  const posted = form.has('text') ? textOf(form, 'text') : undefined;
  const judged = await judge(app.store.dir);
  let problems = judged.problems.filter(({ file }) => file === item.file);
  if (posted !== undefined) {
    const change = {
      label: item.file,
      texts: new Map([[item.file, posted]]),
      hashes: new Map([[item.file, form.get('hash') ?? '']]),
    };
    const answer = await commit(request, change, editAddress(item.file));
    if (!('problems' in answer)) return answer;
    problems = [...answer.problems];
  }
  const rows = problems.map((one) => problemRow(one));
  const carried = { hash: form.get('hash') ?? item.hash };
  const content = markup`
    ${field({ id: 'text', label: 'ファイルの全文' }, textArea(posted ?? item.text, 20))}
    <p><button class="main">保存する</button></p>
  `;
  return {
    title: `${item.file}: 書き方に誤りがあります`,
    status: posted === undefined ? 200 : 422,
    back: TO_LIST,
    body: markup`
      ${summary('このファイルは項目に分けられません', rows, posted !== undefined)}
      ${postForm({ token: app.guard.token, carried }, content)}
    `,
  };
}
