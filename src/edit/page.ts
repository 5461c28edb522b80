/** The frame of each page of the editor. */
import { markup, type Html } from './html.ts';

export interface View {
  title: string;
  /** The link above the page: where it leads, and what it says. */
  back?: readonly [href: string, text: string];
  body: Html;
  /** What was done; shown once. */
  notice?: string | undefined;
  status?: number;
}

export const TO_LIST = ['/', '一覧に戻る'] as const;

export const missing = (file: string): View => ({
  title: 'ファイルがありません',
  status: 404,
  back: TO_LIST,
  body: markup`<p>content/${file} はありません。</p>`,
});

export const page = ({ title, back, body, notice }: View): string =>
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
            ${back && markup`<nav aria-label="戻る"><a href="${back[0]}">${back[1]}</a></nav>`}
            ${body}
          </main>
        </body>
      </html>
    `.text
  }`;

interface Form {
  token: string;
  /** Hidden fields. */
  carried?: Readonly<Record<string, string>>;
  action?: string;
  /** Whether it holds what is not saved: a browser asks before it leaves the page. */
  unsaved?: boolean;
}

/** A form that may write: it carries the token. */
export const postForm = ({ token, carried, action, unsaved }: Form, content: Html): Html => markup`
  <form method="post" ${action && markup`action="${action}"`} ${unsaved && markup`data-unsaved`}>
    ${Object.entries({ ...carried, token }).map(
      ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`,
    )}
    ${content}
  </form>
`;
