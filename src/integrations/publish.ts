/**
 * Makes the built folder ready for real servers, after all that writes pages: each page gets its own
 * policy; then come the rules for servers, the compressed copies and the sums.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import pLimit from 'p-limit';
import { withPlainAttributes } from '#deploy/attributes.ts';
import { filesBelow } from '#deploy/files.ts';
import { isText, SPECULATION, TYPES, type SiteFile } from '#deploy/headers.ts';
import { needsOf, policy, type Needs } from '#deploy/policy.ts';
import { precompress, QUALITY } from '#deploy/precompress.ts';
import type { Redirect } from '#deploy/redirects.ts';
import { writeRules } from '#deploy/rules.ts';
import { speculationRules } from '#deploy/speculation.ts';
import { writeSums } from '#deploy/sums.ts';
import { contentDir } from '#reader/read.ts';
import { SECURITY_FILE } from '#reader/security-txt.ts';
import { BASE, SITE, to, urls } from '#urls.ts';
import { readBuilt, removeBuilt } from './built.ts';

/** What is not a file of the site: rules for servers, and compressed copies. */
const SERVER_ONLY = /^_(?:build|nginx)\/|^_(?:headers|redirects)$|\.(?:gz|br)$/;
const PACKED = /\.(?:pagefind|pf_\w+)$/;
const LARGE_SITE = 500;
/** Files that are open at once. */
const atATime = pLimit(16);

export function publish(): AstroIntegration {
  return {
    name: 'plan-publish',
    hooks: {
      'astro:build:done': async ({ dir, pages: built, logger }) => {
        const dist = fileURLToPath(dir);
        const redirects = await readBuilt<Redirect[]>(dir, 'redirects');
        await removeBuilt(dir);
        const routes = new Set(built.map(({ pathname }) => pathname.replace(/\/$/, '')));
        const isPage = (file: string) => routes.has(file.replace(/\/?(?:index)?\.html$/, ''));
        const files = await filesOf(dist);
        const documents = files.filter((file) => file.endsWith('.html'));
        const pages = documents.filter(isPage);
        const quality = pages.length > LARGE_SITE ? QUALITY.large : QUALITY.small;
        await atATime.map(pages, async (page) => {
          await write(dist, page, withPlainAttributes(await read(dist, page)));
        });
        const needs = new Map(await atATime.map(pages, (page) => finishPage(dist, page, quality)));
        // A document to download is published to the byte as it was made.
        for (const file of documents.filter((document) => !isPage(document))) {
          const html = await read(dist, file);
          needs.set(file, needsOf(html, false));
          await precompress(path.join(dist, file), Buffer.from(html), quality);
        }
        await publishSecurityFile(dist);
        await write(dist, SPECULATION.file, speculationRules(BASE, urls.search()));
        const served = (await filesOf(dist)).map((file): SiteFile => {
          const need = needs.get(file);
          return need ? { path: file, needs: need } : { path: file };
        });
        await writeRules(dist, served, redirects, { site: SITE, base: BASE });
        await compressRest(dist, quality);
        await writeSums(dist);
        logger.info(`${String(pages.length)} pages finished`);
      },
    },
  };
}

/** Only a plan that has one: no contact is made up. */
async function publishSecurityFile(dist: string): Promise<void> {
  const file = path.join(contentDir, SECURITY_FILE);
  if (existsSync(file))
    await write(dist, `.well-known/${SECURITY_FILE}`, await readFile(file, 'utf8'));
}

/** Writes into a page the policy that its own styles and scripts need. */
async function finishPage(dist: string, page: string, quality: number): Promise<[string, Needs]> {
  const html = await read(dist, page);
  const need = needsOf(html, to(page) === `${urls.search()}index.html`);
  const bytes = Buffer.from(withPolicy(page, html, policy(need)));
  await writeFile(path.join(dist, page), bytes);
  await precompress(path.join(dist, page), bytes, quality);
  return [page, need];
}

/** The policy applies to what follows it, so it comes first, after the charset. */
function withPolicy(page: string, html: string, content: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${content}">`;
  const done = html.replace(/<meta charset=[^>]*>/i, (charset) => charset + meta);
  if (done === html) throw new Error(`${page} has no <meta charset>`);
  return done;
}

/**
 * Pages are compressed as they are written. Pagefind packs its files with gzip itself and reads them
 * as well unpacked: only their brotli copy is made, of what is in them, a sixth smaller.
 */
async function compressRest(dist: string, quality: number): Promise<void> {
  const rest = (await filesOf(dist)).filter((file) => !file.endsWith('.html'));
  await atATime.map(rest, async (file) => {
    const full = path.join(dist, file);
    if (isText(TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? ''))
      await precompress(full, await readFile(full), quality);
    else if (PACKED.test(file))
      await precompress(full, gunzipSync(await readFile(full)), quality, ['br']);
  });
}

/** Every published file, in a stable order; what only a server reads is left out. */
const filesOf = async (dist: string): Promise<string[]> =>
  (await filesBelow(dist)).filter((file) => !SERVER_ONLY.test(file));

const read = (dist: string, file: string) => readFile(path.join(dist, file), 'utf8');

async function write(dist: string, file: string, text: string): Promise<void> {
  const full = path.join(dist, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}
