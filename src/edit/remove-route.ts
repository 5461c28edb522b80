/** Deletes a file or a row, once it is said which addresses end. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { missing } from './edit-route.ts';
import { markup } from './html.ts';
import { readLibrary, type Data, type Item, type Library } from './library.ts';
import { closedUp } from './order.ts';
import { hidden } from './page.ts';
import { readParts, rewriteFile } from './parts.ts';
import { problemList } from './problem-list.ts';
import { removed } from './references.ts';
import { nameOfRow } from './rows-page.ts';
import { prepare } from './save.ts';
import { placeNow, setAt, targetOf } from './target.ts';

export async function remove(request: Request): Promise<Answer> {
  const { app, query, form } = request;
  const library = await readLibrary(app.store);
  const item = library.get(query.get('file') ?? '');
  if (!item) return missing(query.get('file') ?? '');
  const at = placeNow(item, query.get('at'), form.get('row'));
  const row = at ? targetOf(item, at).row : undefined;
  const texts = at ? withoutRow(item, at) : withoutFile(library, item);
  const change = {
    label: `「${item.name}」${at ? 'の1行' : ''}を消した`,
    texts,
    hashes: new Map(form.size > 0 ? [[item.file, form.get('hash') ?? '']] : []),
  };
  const back = editAddress(item.file, at ?? '');
  const prepared = await prepare(app.store, change);
  if (form.size > 0 && !prepared.problems) {
    form.set('confirmed', '1');
    const answer = await commit(request, change, at ? editAddress(item.file) : '/');
    if (!('problems' in answer)) return answer;
  }
  const ended = prepared.problems ? [] : prepared.ended;
  return {
    title: `「${item.name}」${at ? 'の1行' : ''}を消しますか`,
    body: markup`
      <nav aria-label="戻る"><a href="${back}">消さずに戻る</a></nav>
      ${at && markup`<p>消すもの: ${row ? nameOfRow(JSON.parse(row) as Data) : at}</p>`}
      ${
        prepared.problems
          ? markup`<p>今は消せません。先に次のところを直してください。</p>
            ${problemList(prepared.problems)}`
          : markup`
            ${
              ended.length > 0
                ? markup`<p>公開していた次のアドレスが終わります。開いた人は、右のアドレスに案内します。</p>
                  <table>
                    <thead><tr><th scope="col">終わるアドレス</th><th scope="col">案内する先</th></tr></thead>
                    <tbody>
                      ${ended.map(({ from, to }) => markup`<tr><td>${from}</td><td>${to}</td></tr>`)}
                    </tbody>
                  </table>`
                : markup`<p>公開したアドレスで、終わるものはありません。</p>`
            }
            <form method="post">
              ${hidden([
                ['token', app.guard.token],
                ['hash', item.hash],
                ...(row ? [['row', row] as [string, string]] : []),
              ])}
              <p><button class="main">消す</button></p>
            </form>
          `
      }
    `,
  };
}

function withoutRow(item: Item, at: string): Map<string, string | null> {
  const { path } = targetOf(item, at);
  const { data, body } = readParts(item.file, item.text);
  const text = rewriteFile(item.file, item.text, { data: setAt(data, path, undefined), body });
  return new Map([[item.file, text]]);
}

/** With a section go its pledges; with either, its corrections and everyday words. */
function withoutFile(library: Library, item: Item): Map<string, string | null> {
  const pledges = item.folder === 'sections' ? library.pledgesOf(item.id) : [];
  const files = [item.file, ...pledges.map(({ file }) => file)];
  return new Map([...removed(library, files), ...closedUp(library, files)]);
}
