/** The first page: the plan's files as the plan prints them. */
import { report } from '#model/problem.ts';
import { editAddress, type Answer, type Request } from './app.ts';
import { markup, type Html } from './html.ts';
import { judge } from './judge.ts';
import { readLibrary, YAML_NAMES, type Item, type Library } from './library.ts';
import { rowOf, swapped } from './order.ts';
import { hidden } from './page.ts';
import { commit } from './commit.ts';

export async function home({ app }: Request): Promise<Answer> {
  const library = await readLibrary(app.store);
  const { problems } = await judge(app.store.dir);
  const last = await app.store.lastSave();
  const body = markup`
    ${
      problems.length > 0 &&
      markup`
        <div class="summary">
          <h2>今の内容に誤りがあります</h2>
          <ul>
            ${problems.map(
              ({ file, field, expected }) => markup`
                <li>
                  <a href="${editAddress(file)}">${file} の「${field}」</a>
                  : ${expected}
                </li>
              `,
            )}
          </ul>
        </div>
      `
    }
    ${
      last &&
      markup`
        <form method="post" action="/undo">
          ${hidden([['token', app.guard.token]])}
          <p class="buttons">
            前の保存: ${last}
            <button>前の保存を取り消す</button>
          </p>
        </form>
      `
    }
    <form method="post" action="/order">
      ${hidden([['token', app.guard.token]])}
      <h2>計画そのもの</h2>
      <ul>
        ${[...library.in('policy'), ...library.in('pages')].map((item) => row(library, item))}
      </ul>
      <h2>目標と事業</h2>
      ${library.in('goals').map(
        (goal) => markup`
          <h3>目標</h3>
          <ul>
            ${row(library, goal)}
          </ul>
          <ol aria-label="${goal.name} の事業">
            ${library.programmesOf(goal.id).map((item) => row(library, item))}
          </ol>
          <p>
            <a class="button" href="/new?kind=programmes&amp;in=${goal.id}">この目標に事業を足す</a>
          </p>
        `,
      )}
      <p><a class="button" href="/new?kind=goals">目標を足す</a></p>
      <h2>組織運営の考え方</h2>
      <ol>
        ${library.in('principles').map((item) => row(library, item))}
      </ol>
      <p><a class="button" href="/new?kind=principles">考え方を足す</a></p>
      <h2>課と取組目標</h2>
      <ol>
        ${library.in('sections').map(
          (section) => markup`
            ${row(library, section)}
            <li>
              <ol aria-label="${section.name} の取組目標">
                ${library.pledgesOf(section.id).map((item) => row(library, item))}
              </ol>
              <p>
                <a class="button" href="/new?kind=pledges&amp;in=${section.id}">
                  ${section.name}に取組目標を足す
                </a>
              </p>
            </li>
          `,
        )}
      </ol>
      <p><a class="button" href="/new?kind=sections">課を足す</a></p>
      <h2>そのほかの記録</h2>
      <ul>
        <li><a href="/changes">前の公開から変わったところ</a></li>
        ${Object.entries(YAML_NAMES)
          .filter(([file]) => library.get(file))
          .map(([file, name]) => markup`<li><a href="${editAddress(file)}">${name}</a></li>`)}
      </ul>
    </form>
  `;
  return { title: library.in('policy')[0]?.name ?? '計画', body };
}

function row(library: Library, item: Item): Html {
  const neighbours = rowOf(library, item);
  const place = neighbours.indexOf(item);
  const button = (step: -1 | 1, text: string) => markup`
    <button name="move" value="${step} ${item.file}">
      ${text}<span class="unseen">（${item.name}）</span>
    </button>
  `;
  return markup`
    <li class="row">
      <a href="${editAddress(item.file)}">${item.name}</a>
      ${
        neighbours.length > 1 &&
        markup`
          <span class="buttons">
            ${place > 0 && button(-1, '上へ')}${place < neighbours.length - 1 && button(1, '下へ')}
          </span>
        `
      }
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
  const result = await commit(request, { label, texts, hashes: new Map() }, '/');
  if ('problems' in result)
    return {
      title: '順番を変えられません',
      status: 422,
      body: markup`
        <pre>${report(result.problems)}</pre>
        <p><a href="/">一覧に戻る</a></p>
      `,
    };
  return result;
}
