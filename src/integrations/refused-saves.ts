/**
 * The editing server (`npm run dev`) on content that a build would refuse: it starts, every page says
 * in Japanese what to mend, and is replaced by the page itself as soon as that is done. The terminal
 * says the same, once for each state of the content.
 */
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { sentenceOf } from '#deploy/failures.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { escape } from '#text/escape.ts';
import { to } from '#urls.ts';

/** Editors and git change several files at once. */
const SETTLED = 100;

export function refusedSaves(): AstroIntegration {
  return {
    name: 'plan-refused-saves',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let refusal = judge();
        let reported: string | undefined;
        const tell = async () => {
          const message = await refusal;
          if (message === reported) return;
          if (message === undefined) logger.info('内容に誤りはありません。');
          else logger.error(message);
          reported = message;
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        void tell();
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, file) => {
          if (path.relative(contentDir, file).startsWith('..')) return;
          refusal = judge();
          clearTimeout(timer);
          timer = setTimeout(() => void tell(), SETTLED);
        });
        server.middlewares.use((request, response, next) => {
          if (!request.headers.accept?.includes('text/html')) {
            next();
            return;
          }
          void refusal.then((message) => {
            if (message === undefined) next();
            else
              response
                .writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' })
                .end(refusalPage(message));
          });
        });
      },
    },
  };
}

/** Why a build would refuse the content, or undefined. */
const judge = (): Promise<string | undefined> =>
  readPlan().then(
    () => undefined,
    (error: unknown) => sentenceOf(error) ?? String(error),
  );

/** Vite's client in the page loads it anew when the content changes. */
const refusalPage = (message: string) => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>内容を直してください</title>
<script type="module" src="${to('@vite/client')}"></script>
<h1>内容を直してください</h1>
<p>保存すると、このページは自動で元に戻ります。</p>
<pre style="white-space: pre-wrap; font-size: 1rem">${escape(message)}</pre>
</html>
`;
