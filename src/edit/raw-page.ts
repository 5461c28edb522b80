/** A file that cannot be taken apart into fields: its text, to be mended as text. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { markup } from './html.ts';
import { judge } from './judge.ts';
import type { Item } from './library.ts';
import { hidden } from './page.ts';

export async function rawFile(request: Request, item: Item): Promise<Answer> {
  const { app, form } = request;
  const posted = form.get('text')?.replaceAll('\r\n', '\n');
  let problems = (await judge(app.store.dir)).problems.filter(({ file }) => file === item.file);
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
  return {
    title: `${item.file}: 書き方に誤りがあります`,
    status: posted === undefined ? 200 : 422,
    body: markup`
      <nav aria-label="戻る"><a href="/">一覧に戻る</a></nav>
      <div class="summary" role="alert">
        <h2>このファイルは項目に分けられません</h2>
        <ul>
          ${problems.map(
            ({ field, found, expected }) =>
              markup`<li>${field}: ${expected}（今の内容: ${found}）</li>`,
          )}
        </ul>
      </div>
      <form method="post">
        ${hidden([
          ['token', app.guard.token],
          ['hash', form.get('hash') ?? item.hash],
        ])}
        <p><label for="text">ファイルの全文</label></p>
        <p><textarea id="text" name="text" rows="20">${posted ?? item.text}</textarea></p>
        <p><button class="main">保存する</button></p>
      </form>
    `,
  };
}
