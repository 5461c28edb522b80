/** What changed since the last publication, as a page. */
import { Refusal } from '#model/problem.ts';
import type { Answer, Request } from './app.ts';
import { changesSince } from './changes.ts';
import { markup } from './html.ts';

export async function changes({ app }: Request): Promise<Answer> {
  const title = '前の公開から変わったところ';
  const back = markup`<nav aria-label="戻る"><a href="/">一覧に戻る</a></nav>`;
  try {
    const { changes: all } = await changesSince(app.store.dir);
    return {
      title,
      body: markup`${back}
        ${all.length === 0 && markup`<p>変わったところはありません。</p>`}
        ${all.map(
          ({ name, file, lines }) => markup`<h2>${name}</h2>
            <p class="hint">content/${file}</p>
            <ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`,
        )}`,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { title, body: markup`${back}<p>${error.message}</p>` };
  }
}
