/**
 * Makes the built folder ready for real servers. It runs last: each page keeps only the styles it
 * uses and says its own policy; then come the rules for servers and the compressed copies.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerRules, isText, SPECULATION, TYPES, type SiteFile } from '#deploy/headers.ts';
import { nginxMaps, nginxServer } from '#deploy/nginx.ts';
import { needsOf, policy, type Needs } from '#deploy/policy.ts';
import { precompress, QUALITY } from '#deploy/precompress.ts';
import type { Redirect } from '#deploy/redirects.ts';
import { speculationRules } from '#deploy/speculation.ts';
import { headersFile, redirectsFile } from '#deploy/static-host.ts';
import { trimStyles } from '#deploy/trim-styles.ts';
import { addNames, noNames, type UsedNames } from '#deploy/used-names.ts';
import { BASE, to, urls } from '#urls.ts';

const STYLE = /<style>([\s\S]*?)<\/style>/g;
const LARGE_SITE = 500;

/** `redirects`: addresses that have moved. */
export function publish(redirects: readonly Redirect[] = []): AstroIntegration {
  return {
    name: 'plan-publish',
    hooks: {
      'astro:build:done': async ({ dir, assets, logger }) => {
        const dist = fileURLToPath(dir);
        const kindOf = new Map(
          [...assets].flatMap(([route, urls]) => urls.map((url) => [fileURLToPath(url), route])),
        );
        const pages = (await filesOf(dist)).filter((file) => file.endsWith('.html'));
        const kinds = Map.groupBy(pages, (page) => kindOf.get(path.join(dist, page)) ?? page);
        const needs = new Map<string, Needs>();
        for (const kind of kinds.values())
          for (const [page, need] of await finishPages(dist, kind)) needs.set(page, need);
        await write(dist, SPECULATION.file, speculationRules(BASE, urls.search()));
        await writeRules(dist, needs, redirects);
        await compress(dist, pages.length > LARGE_SITE ? QUALITY.large : QUALITY.small);
        logger.info(`${String(pages.length)} pages finished`);
      },
    },
  };
}

/** Pages of one kind share one style sheet, so that a header can name it for all of them. */
async function finishPages(dist: string, pages: readonly string[]): Promise<[string, Needs][]> {
  const names = noNames();
  for (const page of pages) await addPage(names, dist, await read(dist, page));
  const trimmed = new Map<string, string>();
  return inTurns(pages, async (page) => {
    const html = await read(dist, page);
    const css = Array.from(html.matchAll(STYLE), ([, text]) => text).join('\n');
    const styles = trimmed.get(css) ?? trimStyles(css, names);
    trimmed.set(css, styles);
    let first = true;
    const lean = html.replace(STYLE, () => {
      const kept = first ? `<style>${styles}</style>` : '';
      first = false;
      return kept;
    });
    const need = needsOf(lean, to(page) === `${urls.search()}index.html`);
    await write(dist, page, withPolicy(page, lean, policy(need)));
    return [page, need];
  });
}

async function addPage(names: UsedNames, dist: string, html: string): Promise<void> {
  const scripts = /<script\b[^>]*\bsrc=/.test(html) ? await scriptsOf(dist) : [];
  addNames(names, html, scripts);
}

/** A page with scripts may load any of them. */
async function scriptsOf(dist: string): Promise<string[]> {
  const files = (await filesOf(dist)).filter((file) => /^_astro\/.*\.js$/.test(file));
  return Promise.all(files.map((file) => read(dist, file)));
}

/** The policy rules what follows it, so it stands first, after the charset. */
function withPolicy(page: string, html: string, content: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${content}">`;
  const done = html.replace(/<meta charset=[^>]*>/i, (charset) => charset + meta);
  if (done === html) throw new Error(`${page} has no <meta charset>`);
  return done;
}

async function writeRules(
  dist: string,
  needs: ReadonlyMap<string, Needs>,
  redirects: readonly Redirect[],
): Promise<void> {
  const files = (await filesOf(dist)).map((file): SiteFile => {
    const need = needs.get(file);
    return need ? { path: file, needs: need } : { path: file };
  });
  const rules = headerRules(files, BASE);
  await write(dist, '_headers', headersFile(rules, BASE));
  await write(dist, '_redirects', redirectsFile(redirects));
  await write(dist, '_nginx/maps.conf', nginxMaps(rules, BASE));
  await write(dist, '_nginx/server.conf', nginxServer(rules, redirects, BASE));
}

async function compress(dist: string, quality: number): Promise<void> {
  const texts = (await filesOf(dist)).filter((file) =>
    isText(TYPES[file.split('.').at(-1) ?? ''] ?? ''),
  );
  await inTurns(texts, async (file) => {
    const full = path.join(dist, file);
    await precompress(full, await readFile(full), quality);
  });
}

/** Every published file, in a stable order; what only a server reads is left out. */
async function filesOf(dist: string): Promise<string[]> {
  const items = await readdir(dist, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => path.relative(dist, path.join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('_nginx/') && file !== '_headers' && file !== '_redirects')
    .sort();
}

/** Results in the order of `items`, eight at a time. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += 8)
    results.push(...(await Promise.all(items.slice(at, at + 8).map(work))));
  return results;
}

const read = (dist: string, file: string) => readFile(path.join(dist, file), 'utf8');

async function write(dist: string, file: string, text: string): Promise<void> {
  const full = path.join(dist, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}
