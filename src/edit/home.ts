/** The first page: the plan's files as the plan prints them. */
import { editAddress, type Answer, type Request } from './app.ts';
import { commit } from './commit.ts';
import { problemRow, refused, summary } from './controls.ts';
import { markup, type Html } from './html.ts';
import { judge } from './judge.ts';
import { YAML_NAMES } from './kinds.ts';
import { readLibrary, type Item, type Library } from './library.ts';
import { rowOf, swapped } from './order.ts';
import { postForm, TO_LIST } from './page.ts';

export async function home({ app }: Request): Promise<Answer> {
  const library = await readLibrary(app.store);
  const { problems } = await judge(app.store.dir);
  const last = await app.store.lastSave();
  const { token } = app.guard;
  const rows = (items: readonly Item[]) => items.map((item) => row(library, item));
  const add = (kind: string, text: string, around = '') =>
    markup`<p><a class="button" href="/new?kind=${kind}${around && `&in=${around}`}">${text}</a></p>`;
  const undo = markup`
    <p class="buttons">前の保存: ${last} <button>前の保存を取り消す</button></p>
  `;
  const list = markup`
    <h2>計画そのもの</h2>
    <ul>${rows((['policy', 'parts', 'pages'] as const).flatMap((kind) => library.in(kind)))}</ul>
    <h2>目標と事業</h2>
    ${library.in('goals').map(
      (goal) => markup`
        <h3>目標</h3>
        <ul>${row(library, goal)}</ul>
        <ol aria-label="${goal.name} の事業">${rows(library.programmesOf(goal.id))}</ol>
        ${add('programmes', 'この目標に事業を足す', goal.id)}
      `,
    )}
    ${add('goals', '目標を足す')}
    <h2>組織運営の考え方</h2>
    <ol>${rows(library.in('principles'))}</ol>
    ${add('principles', '考え方を足す')}
    <h2>課と取組目標</h2>
    <ol>
      ${library.in('sections').map(
        (section) => markup`
          ${row(library, section)}
          <li>
            <ol aria-label="${section.name} の取組目標">${rows(library.pledgesOf(section.id))}</ol>
            ${add('pledges', `${section.name}に取組目標を足す`, section.id)}
          </li>
        `,
      )}
    </ol>
    ${add('sections', '課を足す')}
    <h2>そのほかの記録</h2>
    <ul>
      <li><a href="/changes">前の公開から変わったところ</a></li>
      ${Object.entries(YAML_NAMES)
        .filter(([file]) => library.get(file))
        .map(([file, name]) => markup`<li><a href="${editAddress(file)}">${name}</a></li>`)}
    </ul>
  `;
  const faults = problems.map((one) => problemRow(one, undefined, editAddress(one.file)));
  return {
    title: library.in('policy')[0]?.name ?? '計画',
    body: markup`
      ${faults.length > 0 && summary('今の内容に誤りがあります', faults, false)}
      ${last && postForm({ token, action: '/undo' }, undo)}
      ${postForm({ token, action: '/order' }, list)}
    `,
  };
}

function row(library: Library, item: Item): Html {
  const neighbours = rowOf(library, item);
  const place = neighbours.indexOf(item);
  const button = (step: -1 | 1, text: string) => markup`
    <button name="move" value="${step} ${item.file}">
      ${text}<span class="unseen">（${item.name}）</span>
    </button>
  `;
  const up = place > 0 && button(-1, '上へ');
  const down = place < neighbours.length - 1 && button(1, '下へ');
  return markup`
    <li class="row">
      <a href="${editAddress(item.file)}">${item.name}</a>
      ${neighbours.length > 1 && markup`<span class="buttons">${up}${down}</span>`}
    </li>
  `;
}

/** One step up or down in a row. */
export async function order(request: Request): Promise<Answer> {
  const { app, form } = request;
  const [step = '', file = ''] = (form.get('move') ?? '').split(' ');
  const library = await readLibrary(app.store);
  const item = library.get(file);
  if (!item || (step !== '1' && step !== '-1')) return { goTo: '/' };
  const texts = swapped(library, item, step === '1' ? 1 : -1);
  const label = `「${item.name}」の順番`;
  const answer = await commit(request, { label, texts, hashes: new Map() }, '/');
  if (!('problems' in answer)) return answer;
  const body = markup`${refused(answer.problems)}`;
  return { title: '順番を変えられません', status: 422, back: TO_LIST, body };
}
