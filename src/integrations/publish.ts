/**
 * Makes the built folder ready for real servers, after all that writes files: one pass gives each page
 * its own policy and each file its compressed copies; then come the rules for servers and the sums.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { isText, SPECULATION_FILE, TYPES, type SiteFile } from '#deploy/headers.ts';
import { needsOf, policy } from '#deploy/content-security-policy.ts';
import { precompress } from '#deploy/precompress.ts';
import { speculationRules, writeRules } from '#deploy/rules.ts';
import { filesBelow, writeInside, writeSums } from '#deploy/built-folder.ts';
import { serverRedirects } from '#links/moved-pages.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { SECURITY_FILE } from '#reader/security-txt.ts';
import { BASE, SITE, to, urls } from '#urls.ts';

const PACKED = /\.(?:pagefind|pf_\w+)$/;
const CONCURRENCY = { concurrency: 16 };

export function publish(): AstroIntegration {
  return {
    name: 'plan-publish',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const dist = fileURLToPath(dir);
        const routes = new Set(pages.map(({ pathname }) => pathname.replace(/\/$/, '')));
        // Only of a plan that has one: no contact is made up.
        const security = path.join(contentDir, SECURITY_FILE);
        if (existsSync(security))
          await writeInside(dist, `.well-known/${SECURITY_FILE}`, await readFile(security, 'utf8'));
        await writeInside(dist, SPECULATION_FILE, speculationRules(BASE, urls.search()));
        const isPage = (file: string) => routes.has(file.replace(/\/?(?:index)?\.html$/, ''));
        const finished = await Readable.from(await filesBelow(dist))
          .map((file: string) => finish(dist, file, isPage(file)), CONCURRENCY)
          .toArray();
        const redirects = serverRedirects(await readPlan());
        await writeRules(dist, finished as SiteFile[], redirects, { site: SITE, base: BASE });
        await writeSums(dist);
        logger.info(`${String(pages.length)} pages finished`);
      },
    },
  };
}

/**
 * Writes into a page the policy that its own styles and scripts need, and compresses a file. A document
 * to download stays as it was made. Pagefind packs its files with gzip itself and reads them as well
 * unpacked: only their brotli copy is made, of what is in them, a sixth smaller.
 */
async function finish(dist: string, file: string, isPage: boolean): Promise<SiteFile> {
  const full = path.join(dist, file);
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? '';
  if (PACKED.test(file)) await precompress(full, gunzipSync(await readFile(full)), ['br']);
  if (!isText(type)) return { path: file };
  let bytes = await readFile(full);
  if (!file.endsWith('.html')) {
    await precompress(full, bytes);
    return { path: file };
  }
  const html = bytes.toString();
  const needs = needsOf(html, to(file) === `${urls.search()}index.html`);
  if (isPage) {
    bytes = Buffer.from(withPolicy(file, html, policy(needs)));
    await writeFile(full, bytes);
  }
  await precompress(full, bytes);
  return { path: file, needs };
}

/** The policy applies to what follows it, so it comes first, after the charset. */
function withPolicy(page: string, html: string, content: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${content}">`;
  const done = html.replace(/<meta charset=[^>]*>/i, (charset) => charset + meta);
  if (done === html) throw new Error(`${page} has no <meta charset>`);
  return done;
}
