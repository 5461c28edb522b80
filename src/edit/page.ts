/** The frame of each page of the editor. */
import { markup, type Html } from './html.ts';

export interface View {
  title: string;
  body: Html;
  /** What was done, told once. */
  notice?: string | undefined;
  status?: number;
}

export const page = ({ title, body, notice }: View): string =>
  `<!doctype html>${
    markup`
      <html lang="ja">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}｜計画の編集</title>
          <link rel="stylesheet" href="/style.css" />
          <script src="/unsaved.js" defer></script>
        </head>
        <body>
          <header><a href="/">計画の編集</a></header>
          <main>
            <h1>${title}</h1>
            ${notice && markup`<p class="notice" role="status">${notice}</p>`}
            ${body}
          </main>
        </body>
      </html>
    `.text
  }`;

/** Fields that every form carries. */
export const hidden = (values: Iterable<readonly [string, string]>): Html[] =>
  [...values].map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`,
  );
