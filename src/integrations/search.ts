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

const MODULE = 'virtual:search-index';
/** Records that share one fragment file: a plan of one ward comes in one request. */
const RECORDS_A_FILE = 100;
/** Pagefind's own interfaces and its worker are not used. */
const NEEDED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.|.*\.pf_)/;

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
                name: MODULE,
                resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
                load: async (id: string) =>
                  id === `\0${MODULE}`
                    ? `export default ${JSON.stringify(summary(command === 'build' ? await files() : []))}`
                    : undefined,
              },
            ],
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(new URL('pagefind/', dir));
        for (const file of await files()) {
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
  const plan = await readPlan();
  const records = searchRecords(plan);
  // No language: the words are already cut by their readings, better than a segmenter would.
  const { index, errors } = await createIndex({
    forceLanguage: 'unknown',
    maxFragments: Math.ceil(records.length / RECORDS_A_FILE),
  });
  if (!index) throw new Error(errors.join('\n'));
  for (const record of records) {
    const { errors } = await index.addCustomRecord({
      url: record.url,
      content: indexContent(record, plan),
      language: 'unknown',
      meta: {},
    });
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }
  const { files } = await index.getFiles();
  await close();
  return files.filter((file) => NEEDED.test(file.path));
}

function summary(files: readonly IndexFile[]) {
  const named = files.map((file) => file.path);
  const fragments = named.filter((name) => name.endsWith('.pf_fragment'));
  const entry = files.find((file) => file.path === 'pagefind-entry.json');
  const version = entry
    ? createHash('sha256').update(entry.content).digest('hex').slice(0, 10)
    : '';
  return {
    version,
    files: [
      ...(entry ? [`pagefind-entry.json?ts=${version}`] : []),
      ...named.filter((name) => name.endsWith('.pf_meta') || name.startsWith('wasm.')),
      ...(fragments.length === 1 ? fragments : []),
    ],
  };
}
