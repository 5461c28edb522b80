/** The editing server: takes requests from the one browser that may make them, answers with pages. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { sentenceOf } from '#deploy/failures.ts';
import type { Answer, App, Route } from './app.ts';
import { Guard } from './guard.ts';
import { markup } from './html.ts';
import { page, TO_LIST, type View } from './page.ts';
import { Preview } from './preview.ts';
import { routes } from './routes.ts';
import { Store } from './store.ts';

/** More than the longest file of a plan, as a form. */
const MAX_BYTES = 4 * 1024 * 1024;

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
const STYLES = ['../styles/tokens.css', '../styles/base.css', 'edit.css'];

interface StaticFile {
  type: string;
  text: () => string;
}
const FILES: Readonly<Record<string, StaticFile | undefined>> = {
  '/style.css': {
    type: 'text/css',
    // Without Tailwind, which knows `@theme`.
    text: () => STYLES.map(read).join('\n').replace('@theme', ':root').replace('--*: initial;', ''),
  },
  '/unsaved.js': { type: 'text/javascript', text: () => read('unsaved.js') },
};

export interface Running {
  /** With the token: for the person at the keyboard alone. */
  address: string;
  app: App;
  stop: () => Promise<void>;
}

/** Starts the server on the loopback interface; port 0 takes a free one. */
export async function startEditing(dir: string, port: number, preview = true): Promise<Running> {
  const store = new Store(dir);
  await store.recover();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const own = (server.address() as AddressInfo).port;
  const app: App = {
    store,
    guard: new Guard(randomBytes(24).toString('base64url'), own),
    preview: new Preview(dir),
    notice: undefined,
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(app, request)
      .catch((error: unknown) => {
        console.error(error);
        return failure(error);
      })
      .then((answered) => send(app, response, answered));
  });
  if (preview) await app.preview.start();
  return {
    address: `http://127.0.0.1:${String(own)}/?token=${app.guard.token}`,
    app,
    stop: async () => {
      await app.preview.stop();
      const closed = server[Symbol.asyncDispose]();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(app: App, request: IncomingMessage): Promise<Answer | StaticFile> {
  const { guard } = app;
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${String(guard.port)}`);
  if (!guard.isOwn(request)) return FORBIDDEN;
  if (request.method === 'GET' && guard.isToken(url.searchParams.get('token')))
    return { goTo: '/', setCookie: guard.setCookie };
  if (!guard.hasCookie(request)) return FORBIDDEN;
  const file = FILES[url.pathname];
  if (file) return file;
  const route: Route | undefined = routes[url.pathname];
  if (!route) return NOT_FOUND;
  const form = new URLSearchParams(request.method === 'POST' ? await bodyOf(request) : '');
  if (request.method === 'POST' && !guard.isToken(form.get('token'))) return FORBIDDEN;
  const answered = await route({ app, query: url.searchParams, form });
  if ('goTo' in answered) return answered;
  const { notice = app.notice } = answered;
  app.notice = undefined;
  return { ...answered, notice };
}

function send(app: App, response: ServerResponse, answered: Answer | StaticFile): void {
  if ('goTo' in answered) {
    const { goTo: location, setCookie } = answered;
    response.writeHead(303, { location, ...(setCookie && { 'set-cookie': setCookie }) }).end();
    return;
  }
  const isFile = 'type' in answered;
  const frame = app.preview.origin ?? "'none'";
  response.writeHead(isFile ? 200 : (answered.status ?? 200), {
    'content-type': `${isFile ? answered.type : 'text/html'}; charset=utf-8`,
    'content-security-policy': `default-src 'none'; style-src 'self'; script-src 'self'; frame-src ${frame}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    // Not `no-referrer`, under which a browser sends forms without their origin.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(isFile ? answered.text() : page(answered));
}

/** A browser says how long a form is, and Node reads no more than that. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const length = Number(request.headers['content-length']);
  if (!(length <= MAX_BYTES)) throw new Error('the form is too large, or of no known length');
  return text(request);
}

const FORBIDDEN: View = {
  title: '開けません',
  status: 403,
  body: markup`<p>npm run edit が表示したアドレスを、はじめから開き直してください。</p>`,
};
const NOT_FOUND: View = {
  title: 'ページがありません',
  status: 404,
  back: TO_LIST,
  body: markup``,
};
const failure = (error: unknown): View => ({
  title: '保存できませんでした',
  status: 500,
  body: markup`
    <p>${sentenceOf(error) ?? '思いがけない誤りです。ファイルは前のままです。'}</p>
    <p>ブラウザの「戻る」で、書いた内容に戻れます。</p>
  `,
});
