/** What changed since the last publication, as a page. */
import { Refusal } from '#model/problem.ts';
import type { Answer, Request } from './app.ts';
import { changesSince } from './changes.ts';
import { markup } from './html.ts';
import { TO_LIST } from './page.ts';

export async function changes({ app }: Request): Promise<Answer> {
  const view = { title: '前の公開から変わったところ', back: TO_LIST };
  try {
    const all = await changesSince(app.store.dir);
    const parts = all.map(
      ({ name, file, lines }) => markup`
        <h2>${name}</h2>
        <p class="hint">content/${file}</p>
        <ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>
      `,
    );
    const none = markup`<p>変わったところはありません。</p>`;
    return { ...view, body: parts.length > 0 ? markup`${parts}` : none };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...view, body: markup`<p>${error.message}</p>` };
  }
}
