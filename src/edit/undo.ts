/** Takes the last save back. */
import type { Answer, Request } from './app.ts';
import { markup } from './html.ts';
import { TO_LIST } from './page.ts';
import { Conflict } from './store.ts';

export async function undo({ app, form }: Request): Promise<Answer> {
  if (form.size === 0) return { goTo: '/' };
  try {
    const label = await app.store.undo();
    await app.preview.show(new Map());
    app.notice = label ? `取り消しました: ${label}` : '取り消せる保存がありません。';
    return { goTo: '/' };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const body = markup`<p>${error.message}前の保存だけを取り消すことはできません。</p>`;
    return { title: '取り消せません', status: 409, back: TO_LIST, body };
  }
}
