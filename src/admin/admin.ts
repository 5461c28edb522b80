/**
 * The CMS at `/admin/` of the editing server (`npm run dev`); the site itself never has it. A plain
 * page and no page of Astro's: those are loaded anew at each change of the content.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { AstroIntegration } from 'astro';
import { contentDir } from '#reader/read.ts';
import { BASE } from '#urls.ts';
import { cmsConfig } from './config.ts';
import { labelOfFile, readNames } from './content-names.ts';
import { allFaults, refusal, type Save } from './judge.ts';

export const admin = (): AstroIntegration => ({
  name: 'plan-admin',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      // Vite would find it only when the page asks for it, and load the page anew.
      if (command === 'dev')
        updateConfig({ vite: { optimizeDeps: { include: ['@sveltia/cms', 'yaml'] } } });
    },
    'astro:server:setup': ({ server, logger }) => {
      server.middlewares.use((request, response, next) => {
        const answer = ANSWERS[`${request.method ?? ''} ${request.url ?? ''}`];
        if (!answer) next();
        else
          Promise.resolve(answer(request, response)).catch((error: unknown) => {
            logger.error(String(error));
            response.writeHead(500).end();
          });
      });
      logger.info(`計画の編集: ${BASE}admin/`);
    },
  },
});

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

const ANSWERS: Readonly<Record<string, Answer | undefined>> = {
  [`GET ${BASE}admin/`]: (_, response) => send(response, 200, 'text/html', PAGE),
  [`GET ${BASE}admin/config.json`]: async ({ headers }, response) => {
    const config = cmsConfig(await readNames(contentDir), place(headers.host ?? ''));
    send(response, 200, 'application/json', JSON.stringify(config));
  },
  [`GET ${BASE}admin/faults.txt`]: async (_, response) =>
    send(response, 200, 'text/plain', await allFaults(contentDir)),
  [`POST ${BASE}admin/judge.json`]: async (request, response) => {
    const save = await readSave(request);
    const refused = save && (await refusal(contentDir, save));
    send(response, save ? (refused === undefined ? 200 : 422) : 400, 'text/plain', refused);
  },
};

const send = (response: ServerResponse, status: number, type: string, body?: string) =>
  response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` }).end(body);

/** A folder outside of the project is called by its name: the person chooses the one around it. */
const inProject = path.relative(process.cwd(), contentDir).replaceAll('\\', '/');

const place = (host: string) => ({
  // Of the services it asks nobody, as long as nobody signs in.
  backend: { name: 'gitea', repo: `local/${path.basename(process.cwd())}` },
  contentDir: inProject.startsWith('..') ? path.basename(contentDir) : inProject,
  isLocal: true,
  siteUrl: `http://${host}${BASE}`,
});

/** Far beyond the largest file of a plan. */
const MAX_BYTES = 2_000_000;

/** What the page itself sends; undefined for all else. */
async function readSave(request: IncomingMessage): Promise<Save | undefined> {
  const { origin, host, 'content-type': type, 'content-length': length } = request.headers;
  if (origin !== `http://${host ?? ''}` || type !== 'application/json') return undefined;
  // Node reads no more of a body than its head says.
  if (!(Number(length) <= MAX_BYTES)) return undefined;
  try {
    const { file, text: words, loaded } = JSON.parse(await text(request)) as Partial<Save>;
    if (typeof file !== 'string' || typeof words !== 'string' || !labelOfFile(file))
      return undefined;
    return { file, text: words, ...(typeof loaded === 'string' && { loaded }) };
  } catch {
    return undefined;
  }
}

/**
 * Vite's own client is kept out: it would load the page anew, with what is typed in it, when the
 * content changes or the server starts again.
 */
const PAGE = `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>計画の編集</title>
<script type="importmap">
{ "imports": { "${BASE}@vite/client": "data:text/javascript,export const injectQuery = (url) => url" } }
</script>
<link rel="stylesheet" href="${BASE}src/admin/admin.css">
<div id="nc-root"></div>
<aside id="faults" aria-live="polite" tabindex="0" hidden></aside>
<script type="module" src="${BASE}src/admin/editor.ts"></script>
</html>
`;
