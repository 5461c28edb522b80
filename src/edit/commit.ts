/** The last steps of a save: a question where published addresses end, a page where the file has changed. */
import type { Problem } from '#model/problem.ts';
import type { Redirect } from '#model/redirect.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { markup, type Html } from './html.ts';
import { postForm, TO_LIST } from './page.ts';
import { prepare, type Change } from './save.ts';
import { Conflict, hashOf } from './store.ts';

/** Saves and goes to `goTo`; or the page that has to come between; or the problems. */
export async function commit(
  request: Request,
  change: Change,
  goTo: string,
): Promise<Answer | { problems: readonly Problem[] }> {
  const { app, form } = request;
  try {
    for (const [file, hash] of change.hashes)
      if (hash !== hashOf(await app.store.read(file))) throw new Conflict(file);
    const prepared = await prepare(app.store, change);
    if (prepared.problems) return { problems: prepared.problems };
    const { texts, moved, ended } = prepared;
    if (ended.length > 0 && form.get('confirmed') !== '1') return ask(request, ended);
    await app.store.save(texts, change.hashes, change.label);
    await app.preview.show(new Map());
    const note = [...moved, ...ended].map(({ from, to }) => `${from} → ${to}`).join('、');
    app.notice = `保存しました: ${change.label}${note && `。前のアドレスからの案内を書きました: ${note}`}`;
    return { goTo };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return conflict(request, error.file, change);
  }
}

/** The form once more, to be sent again with `changed` from a page between. */
const again = ({ app, form }: Request, changed: Record<string, string>, buttons: Html) =>
  postForm(
    { token: app.guard.token, carried: { ...Object.fromEntries(form), ...changed }, unsaved: true },
    markup`<p class="buttons">${buttons}</p>`,
  );

/** Published addresses that end, and where their readers are sent. */
export const endTable = (ended: readonly Redirect[]): Html =>
  ended.length === 0
    ? markup`<p>公開したアドレスで、終わるものはありません。</p>`
    : markup`
        <p>公開していた次のアドレスが終わります。開いた人は、右のアドレスに案内します。</p>
        <table>
          <thead>
            <tr><th scope="col">終わるアドレス</th><th scope="col">案内する先</th></tr>
          </thead>
          <tbody>
            ${ended.map(({ from, to }) => markup`<tr><td>${from}</td><td>${to}</td></tr>`)}
          </tbody>
        </table>
      `;

const ask = (request: Request, ended: readonly Redirect[]): Answer => ({
  title: '公開したアドレスがなくなります',
  back: ['/', 'やめて一覧に戻る'],
  body: markup`
    ${endTable(ended)}
    ${again(request, { confirmed: '1' }, markup`<button class="main">なくして保存する</button>`)}
  `,
});

/** Both texts, line by line; what the other has not is marked. */
async function conflict(request: Request, file: string, change: Change): Promise<Answer> {
  const now = await request.app.store.read(file);
  const theirs = now ?? '（ファイルがありません）';
  const own = change.texts.get(file) ?? '（ファイルを消す）';
  const marked = (heading: string, text: string, other: string) => {
    const lines = new Set(other.split('\n'));
    const shown = text
      .split('\n')
      .map((line) => (lines.has(line) ? markup`${line}` : markup`<mark>${line}</mark>`));
    return markup`<section><h2>${heading}</h2><pre>${shown}</pre></section>`;
  };
  const buttons = markup`
    <button class="main">自分の内容で保存する</button>
    <a class="button" href="${editAddress(file)}">今のファイルから直し直す</a>
  `;
  return {
    title: 'ほかでも変わっています',
    status: 409,
    back: TO_LIST,
    body: markup`
      <p>
        このページを開いたあとに、content/${file}
        がほかの窓かほかの人の手で変わりました。まだ何も書いていません。違う行に印があります。
      </p>
      <div class="two">
        ${marked('今のファイル', theirs, own)} ${marked('あなたの内容', own, theirs)}
      </div>
      ${again(request, { hash: hashOf(now) }, buttons)}
    `,
  };
}
