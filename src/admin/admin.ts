/**
 * The editing server (`npm run dev`). It has the CMS at `/admin/`, which the site itself never has.
 * On content that a build would refuse it starts, every page says in Japanese what to mend, and is
 * replaced by the page itself as soon as that is done; the terminal says the same.
 */
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { AstroIntegration } from 'astro';
import { contentDir } from '#reader/read.ts';
import { onContentChange } from '#reader/watch-content.ts';
import { escape } from '#text/escape.ts';
import { BASE } from '#urls.ts';
import { cmsConfig } from './config.ts';
import { hasForm, refusalOfBuild, refusalOfSave, type Save } from './judge.ts';
import { plainPage } from './plain-page.ts';

export const admin = (): AstroIntegration => ({
  name: 'plan-admin',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      // Vite would find it only when the page asks for it, and load the page anew.
      if (command === 'dev')
        updateConfig({ vite: { optimizeDeps: { include: ['@sveltia/cms', 'yaml'] } } });
    },
    'astro:server:setup': ({ server, logger }) => {
      let refusal: Promise<string | undefined>;
      let reported: string | undefined;
      const judge = async () => {
        const judged = refusalOfBuild(contentDir);
        refusal = judged;
        const message = await judged;
        // Editors and git change several files at once: the last judgement counts.
        if (judged !== refusal || message === reported) return;
        if (message === undefined) logger.info('内容に誤りはありません。');
        else logger.error(message);
        reported = message;
        server.environments.client.hot.send({ type: 'full-reload' });
      };
      void judge();
      onContentChange(server.watcher, () => void judge());
      server.middlewares.use((request, response, next) => {
        answerTo(request, refusal)
          .then((answer) => {
            if (!answer) next();
            else
              response.writeHead(answer.status, { 'Content-Type': answer.type }).end(answer.body);
          })
          .catch(next);
      });
      logger.info(`計画の編集: ${BASE}admin/`);
    },
  },
});

const answerOf = (status: number, type: string, body?: string) => {
  return { status, type: `${type}; charset=utf-8`, body };
};

/** Undefined for what Astro itself answers. */
async function answerTo(request: IncomingMessage, refusal: Promise<string | undefined>) {
  const { accept = '', host = '' } = request.headers;
  switch (`${request.method ?? ''} ${request.url ?? ''}`) {
    case `GET ${BASE}admin/`:
      return answerOf(200, 'text/html', PAGE);
    case `GET ${BASE}admin/config.json`:
      return answerOf(200, 'application/json', await configAt(host));
    case `GET ${BASE}admin/faults.txt`:
      return answerOf(200, 'text/plain', await refusalOfBuild(contentDir));
    case `POST ${BASE}admin/judge.json`: {
      const save = await readSave(request);
      const refused = save && (await refusalOfSave(contentDir, save));
      return answerOf(save ? (refused === undefined ? 200 : 422) : 400, 'text/plain', refused);
    }
  }
  const message = accept.includes('text/html') ? await refusal : undefined;
  return message === undefined ? undefined : answerOf(500, 'text/html', refusalPage(message));
}

/** What the page itself sends, of at most 2 MB, far beyond any file of a plan; undefined for all else. */
async function readSave(request: IncomingMessage): Promise<Save | undefined> {
  const { origin, host, 'content-type': type, 'content-length': length } = request.headers;
  if (origin !== `http://${host ?? ''}` || type !== 'application/json') return undefined;
  // Node reads no more of a body than its head says.
  if (!(Number(length) <= 2_000_000)) return undefined;
  try {
    const { file, text: words, loaded } = JSON.parse(await text(request)) as Partial<Save>;
    if (typeof file !== 'string' || typeof words !== 'string' || !hasForm(file)) return undefined;
    return { file, text: words, ...(typeof loaded === 'string' && { loaded }) };
  } catch {
    return undefined;
  }
}

async function configAt(host: string): Promise<string> {
  const config = await cmsConfig(contentDir, {
    // Of the services it asks nobody, as long as nobody signs in.
    backend: { name: 'gitea', repo: `local/${path.basename(process.cwd())}` },
    isLocal: true,
    siteUrl: `http://${host}${BASE}`,
  });
  return JSON.stringify(config);
}

/**
 * A plain page and no page of Astro's, and without Vite's own client: those load it anew, with what
 * is typed in it, when the content changes or the server starts again.
 */
const PAGE = plainPage(
  '計画の編集',
  `<script type="importmap">
{ "imports": { "${BASE}@vite/client": "data:text/javascript,export const injectQuery = (url) => url" } }
</script>
<link rel="stylesheet" href="${BASE}src/admin/admin.css">
<div id="nc-root"></div>
<aside id="faults" aria-live="polite" tabindex="0" hidden></aside>
<script type="module" src="${BASE}src/admin/editor.ts"></script>`,
);

/** Vite's client in the page loads it anew when the content changes. */
const refusalPage = (message: string) =>
  plainPage(
    '内容を直してください',
    `<meta name="color-scheme" content="light dark">
<script type="module" src="${BASE}@vite/client"></script>
<h1>内容を直してください</h1>
<p>保存すると、このページは自動で元に戻ります。</p>
<pre style="white-space: pre-wrap; font-size: 1rem">${escape(message)}</pre>`,
  );
