/** Deletes a file or a row; first shows which published addresses end. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit, endTable } from './commit.ts';
import { refused } from './controls.ts';
import type { Data } from './data.ts';
import { markup } from './html.ts';
import { readLibrary, type Item, type Library } from './library.ts';
import { closedUp } from './order.ts';
import { missing, postForm } from './page.ts';
import { removed } from './references.ts';
import { nameOfRow } from './rows-page.ts';
import { prepare } from './save.ts';
import { placeNow, targetOf, withTarget } from './target.ts';

export async function remove(request: Request): Promise<Answer> {
  const { app, query, form: sent } = request;
  const library = await readLibrary(app.store);
  const item = library.get(query.get('file') ?? '');
  if (!item) return missing(query.get('file') ?? '');
  const at = placeNow(item, query.get('at'), sent.get('row'));
  const target = at ? targetOf(item, at) : undefined;
  const row = target?.row;
  const what = `「${item.name}」${target ? 'の1行' : ''}`;
  const change = {
    label: `${what}を消した`,
    texts: target ? new Map([[item.file, withTarget(item, target)]]) : withoutFile(library, item),
    hashes: new Map(sent.size > 0 ? [[item.file, sent.get('hash') ?? '']] : []),
  };
  const prepared = await prepare(app.store, change);
  if (sent.size > 0 && !prepared.problems) {
    sent.set('confirmed', '1');
    const answer = await commit(request, change, at ? editAddress(item.file) : '/');
    if (!('problems' in answer)) return answer;
  }
  const carried = { hash: item.hash, ...(row && { row }) };
  const button = markup`<p><button class="main">消す</button></p>`;
  const form = postForm({ token: app.guard.token, carried }, button);
  return {
    title: `${what}を消しますか`,
    back: [editAddress(item.file, at ?? ''), '消さずに戻る'],
    body: markup`
      ${at && markup`<p>消すもの: ${row ? nameOfRow(JSON.parse(row) as Data) : at}</p>`}
      ${prepared.problems ? markup`<p>今は消せません。先に次のところを直してください。</p>` : endTable(prepared.ended)}
      ${prepared.problems ? refused(prepared.problems) : form}
    `,
  };
}

/** With a section go its pledges; with either, its corrections and related words. */
function withoutFile(library: Library, item: Item): Map<string, string | null> {
  const pledges = item.folder === 'sections' ? library.pledgesOf(item.id) : [];
  const files = [item.file, ...pledges.map(({ file }) => file)];
  return new Map([...removed(library, files), ...closedUp(library, files)]);
}
