/** Problems above a page that has no fields of the content. */
import type { Problem } from '#model/problem.ts';
import { markup, type Html } from './html.ts';

export const problemList = (problems: readonly Problem[]): Html => markup`<div
    class="summary" role="alert" tabindex="-1" autofocus>
    <h2>まだ保存していません。直すところが ${problems.length} 件あります</h2>
    <ul>
      ${problems.map(
        ({ file, field, found, expected }) =>
          markup`<li>content/${file} の「${field}」: ${expected}（今の内容: ${found}）</li>`,
      )}
    </ul>
  </div>`;
