/**
 * The Pagefind index, written from the plan itself. It is made before the pages, because the search
 * page names its files so that a browser can fetch them all at once instead of one after another.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile } from 'pagefind';
import { readPlan } from '#reader/read.ts';
import { indexContent, searchRecords } from '#search/records.ts';

const INDEX = 'virtual:search-index';
/** Pagefind's own script, bundled like ours: smaller, and named by its content. */
const ENGINE = 'virtual:pagefind';
/** Records that share one fragment file: a plan of one ward comes in one request. */
const RECORDS_A_FILE = 100;
/** All files are fetched at once, so that there are few of them however large the plan. */
const MOST_FILES = 4;
/**
 * Pagefind's interfaces, highlighter, worker and lists of terms are not used, and its script is
 * bundled.
 */
const SERVED = /^pagefind-entry\.json$|^wasm\.|\.pf_(?:meta|fragment)$/;

export function search(): AstroIntegration {
  let made: Promise<IndexFile[]> | undefined;
  const files = () => (made ??= makeIndex());
  return {
    name: 'plan-search',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'plan-search',
                resolveId: (id: string) => (id === INDEX || id === ENGINE ? `\0${id}` : undefined),
                load: async (id: string) => {
                  if (id === `\0${ENGINE}`) return text(await files(), 'pagefind.js');
                  if (id !== `\0${INDEX}`) return undefined;
                  const named = command === 'build' ? await files() : [];
                  return `export default ${JSON.stringify(summary(named))}`;
                },
              },
            ],
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(new URL('pagefind/', dir));
        for (const file of await files()) {
          if (!SERVED.test(file.path)) continue;
          const target = path.join(folder, file.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, file.content);
        }
        logger.info('index written');
      },
    },
  };
}

async function makeIndex(): Promise<IndexFile[]> {
  // Bad content is told by the pages, which link the same plan.
  const plan = await readPlan().catch(() => undefined);
  if (!plan) return [];
  const records = searchRecords(plan);
  // No language: the words are already cut by their readings, better than a segmenter would.
  const { index, errors } = await createIndex({
    forceLanguage: 'unknown',
    maxFragments: Math.min(Math.ceil(records.length / RECORDS_A_FILE), MOST_FILES),
  });
  if (!index) throw new Error(errors.join('\n'));
  const told = new Set<string>();
  for (const record of records) {
    const { errors } = await index.addCustomRecord({
      url: record.url,
      content: indexContent(record, plan, told),
      language: 'unknown',
      meta: {},
    });
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }
  const { files } = await index.getFiles();
  await close();
  return files;
}

const text = (files: readonly IndexFile[], name: string) =>
  new TextDecoder().decode(files.find((file) => file.path === name)?.content);

function summary(files: readonly IndexFile[]) {
  const named = files.map((file) => file.path);
  const entry = files.find((file) => file.path === 'pagefind-entry.json');
  const version = entry
    ? createHash('sha256').update(entry.content).digest('hex').slice(0, 10)
    : '';
  return {
    version,
    files: [
      `pagefind-entry.json?ts=${version}`,
      ...named.filter((name) => SERVED.test(name) && name !== 'pagefind-entry.json'),
    ],
  };
}
