/**
 * The Pagefind index, made after the build from the records that the build wrote. The search page is
 * then told the names of its files, so that a browser can fetch them all at once.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { IndexSummary } from '#search/client.ts';
import type { IndexEntry } from '#search/records.ts';
import { readBuilt } from './built.ts';
import { compact, FEW_CHUNKS, isSynonymChunk, type Kept } from './search-compact.ts';

const PAGE = 'search/index.html';
const SUMMARY = 'data-index="none"';
/** The address of Pagefind's own script, bundled like ours: smaller, and named by its content. */
const ENGINE_URL = 'virtual:pagefind-url';
const ENGINE = 'virtual:pagefind';
/** Pagefind's interfaces and workers are not used, and its script is bundled. */
const SERVED = /^pagefind-entry\.json$|^wasm\.|\.pf_(?:meta|fragment|index|filter)$/;
/** Said of a page that prints all the words of the plan: the index is asked for the others alone. */
const WHOLE = 'data-words="page"';
/** Files that every first question needs; the chunks of a large index are too many for that. */
const FIRST = /^wasm\.|\.pf_meta$/;
const LIST = /^pagefind\.(\w+)\.pf_meta$/;

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
        const summary = JSON.stringify(summaryOf(files, html.includes(WHOLE)))
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

/** The files of the index. Language `unknown`: no segmenter or stemmer touches the tokens. */
export async function makeIndex(
  entries: Iterable<IndexEntry>,
  /** Called while Pagefind's own process still runs. */
  whenMade?: () => void,
): Promise<readonly IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'unknown' });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const kept: Kept[] = [];
    for (const { tokens, ofTitles, filters, record } of entries) {
      kept.push({ ofTitles, record });
      const { errors } = await index.addCustomRecord({
        url: record.url,
        content: tokens.join(' '),
        filters,
        meta: {},
        language: 'unknown',
      });
      if (errors.length > 0) throw new Error(errors.join('\n'));
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(faults.join('\n'));
    whenMade?.();
    return compact(files, kept);
  } finally {
    await close();
  }
}

export async function writeIndex(folder: string, files: readonly IndexFile[]): Promise<void> {
  for (const { path: name, content } of files) {
    if (!SERVED.test(name)) continue;
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

/** `isWhole`: the page prints all the words of the plan. */
export function summaryOf(files: readonly IndexFile[], isWhole: boolean): IndexSummary {
  const names = files.map(({ path: name }) => name).sort();
  const version = names.map((name) => LIST.exec(name)?.[1]).find(Boolean) ?? '';
  const chunks = names.filter((name) =>
    isWhole ? isSynonymChunk(name) : name.endsWith('.pf_index'),
  );
  return {
    version,
    isWhole,
    files: [
      `pagefind-entry.json?ts=${version}`,
      ...names.filter((name) => FIRST.test(name)),
      ...(chunks.length <= FEW_CHUNKS ? chunks : []),
    ],
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
