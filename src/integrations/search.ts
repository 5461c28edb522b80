/**
 * The Pagefind index, made after the build from the records that the build wrote. The search page is
 * then told the names of its files, so that a browser can fetch them all at once.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { IndexSummary } from '#search/client.ts';
import type { IndexEntry } from '#search/records.ts';
import { readBuilt } from './built.ts';

const PAGE = 'search/index.html';
const SUMMARY = 'data-index="none"';
/** The address of Pagefind's own script, bundled like ours: smaller, and named by its content. */
const ENGINE_URL = 'virtual:pagefind-url';
const ENGINE = 'virtual:pagefind';
/** Pagefind's interfaces and workers are not used, and its script is bundled. */
const SERVED = /^pagefind-entry\.json$|^wasm\.|\.pf_(?:meta|fragment|index|filter)$/;
/** Files of a small index that every first question needs. A large one has too many lists for that. */
const FIRST = /^wasm\.|\.pf_(?:meta|index)$/;
const MOST_FIRST = 4;
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;

export function search(): AstroIntegration {
  return {
    name: 'plan-search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { plugins: [enginePlugin(command === 'build')] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const entries = await readBuilt<IndexEntry[]>(dir, 'search-records');
        const files = await makeIndex(entries);
        await writeIndex(path.join(dist, 'pagefind'), files);
        const page = path.join(dist, PAGE);
        const html = await readFile(page, 'utf8');
        if (!html.includes(SUMMARY)) throw new Error(`${PAGE} has no ${SUMMARY}`);
        const summary = JSON.stringify(summaryOf(files, entries))
          .replaceAll('&', '&amp;')
          .replaceAll('"', '&quot;');
        await writeFile(
          page,
          html.replace(SUMMARY, () => `data-index="${summary}"`),
        );
        logger.info(`${String(entries.length)} records indexed`);
      },
    },
  };
}

/**
 * Indexes tokens and keeps records. Language `unknown`: no segmenter or stemmer touches the tokens.
 * Pagefind names a fragment by what is in it, and browsers cache it by that name: so the digest of
 * the record is added as a filter, which is not otherwise used.
 */
export async function makeIndex(
  entries: readonly IndexEntry[],
  whenMade?: () => void,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(errors.join('\n'));
  const records = new Map(entries.map(({ record }) => [record.url, JSON.stringify(record)]));
  for (const { tokens, filters, record } of entries) {
    const digest = [digestOf(records.get(record.url) ?? '')];
    const { errors } = await index.addCustomRecord({
      url: record.url,
      content: tokens.join(' '),
      filters: { ...filters, digest },
      meta: {},
      language: 'unknown',
    });
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }
  const { files, errors: faults } = await index.getFiles();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  whenMade?.();
  await close();
  return files.map((file) => (FRAGMENT.test(file.path) ? withRecord(file, records) : file));
}

/** The fragment with the record as its content in place of the tokens, which only the index needs. */
function withRecord(file: IndexFile, records: ReadonlyMap<string, string>): IndexFile {
  const { signature, fragment } = readFragment(file.content);
  const content = records.get(fragment.url);
  const text = JSON.stringify({ ...fragment, content, filters: {}, word_count: 0 });
  return { ...file, content: gzipSync(signature + text, { level: 9 }) };
}

/** A fragment is JSON behind a signature, packed. */
function readFragment(packed: Uint8Array) {
  const text = gunzipSync(packed).toString('utf8');
  const at = text.indexOf('{');
  const fragment = JSON.parse(text.slice(at)) as { url: string };
  return { signature: text.slice(0, at), fragment };
}

const digestOf = (text: string | Uint8Array) =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);

export async function writeIndex(folder: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path: name, content } of files) {
    if (!SERVED.test(name)) continue;
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

export function summaryOf(
  files: readonly IndexFile[],
  entries: readonly IndexEntry[],
): IndexSummary {
  const entry = files.find((file) => file.path === 'pagefind-entry.json')?.content ?? '';
  const version = digestOf(entry);
  // Pagefind lists its files in an order that changes from build to build.
  const first = files.map(({ path: name }) => name).filter((name) => FIRST.test(name));
  first.sort();
  const ids = files.flatMap(({ path: name, content }) => {
    const id = FRAGMENT.exec(name)?.[1];
    return id === undefined ? [] : [[readFragment(content).fragment.url, id] as const];
  });
  const idOf = new Map(ids);
  return {
    version,
    files: [
      `pagefind-entry.json?ts=${version}`,
      ...first.filter((name) => first.length <= MOST_FIRST || !name.startsWith('index/')),
    ],
    ids: entries.map(({ record }) => idOf.get(record.url)).join(' '),
  };
}

/**
 * Pagefind's script comes with an index, be it an empty one. The class behind its public interface
 * is exported as well: the interface takes the page's language, by which it would cut our tokens
 * again, and brings a worker that is not used.
 */
function enginePlugin(isBuild: boolean) {
  return {
    name: 'plan-search',
    resolveId: (id: string) => (id === ENGINE_URL || id === ENGINE ? `\0${id}` : undefined),
    async load(this: { emitFile(file: object): string }, id: string) {
      if (id === `\0${ENGINE}`) {
        const files = await makeIndex([]);
        const script = files.find((file) => file.path === 'pagefind.js')?.content;
        return `${new TextDecoder().decode(script).replace(/export\s*\{[^}]*\};?\s*$/, '')}\nexport { Pagefind };`;
      }
      if (id !== `\0${ENGINE_URL}`) return undefined;
      if (!isBuild) return 'export default ""';
      const file = { type: 'chunk', id: ENGINE, name: 'pagefind', preserveSignature: 'strict' };
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile(file)}`;
    },
  };
}
