/** Hands the content that the reader understood to Astro's collections, and again on every edit. */
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { CollectionName } from '#model/collections.ts';
import type { Entry, PlanContent } from '#model/plan.ts';
import { contentDir, readContent } from './read.ts';

/** The entries of one collection; ids, fields and paragraphs are the reader's. */
export function planLoader(name: CollectionName): Loader {
  return reading(`plan-${name}`, (content) => {
    const entries = content[name];
    return (Array.isArray(entries) ? entries : [entries]) as Entry<Record<string, unknown>>[];
  });
}

/** The rows of the corrections ledger, in its order. */
export function correctionsLoader(): Loader {
  return reading('plan-corrections', (content) =>
    content.corrections.map((row) => ({
      id: row.id,
      file: 'corrections.yaml',
      data: row,
      paragraphs: [],
    })),
  );
}

/** What was published and from what: where moved addresses went, and the source; one entry. */
export function publicationLoader(): Loader {
  return reading('plan-publication', ({ redirects, source }) => [
    { id: 'publication', file: 'redirects.yaml', data: { redirects, source }, paragraphs: [] },
  ]);
}

/** The readings, as one entry. */
export function readingsLoader(): Loader {
  return reading('plan-readings', (content) => [
    { id: 'readings', file: 'readings.yaml', data: content.readings, paragraphs: [] },
  ]);
}

function reading(
  name: string,
  pick: (content: PlanContent) => Entry<Record<string, unknown>>[],
): Loader {
  const fill = async ({ store, parseData, generateDigest }: LoaderContext) => {
    const entries = pick(await shared());
    store.clear();
    for (const { id, file, data, paragraphs } of entries) {
      const body = paragraphs.join('\n\n');
      const filePath = path.relative(process.cwd(), path.join(contentDir, file));
      const parsed = await parseData({ id, data, filePath });
      store.set({ id, data: parsed, body, filePath, digest: generateDigest({ data, body }) });
    }
  };
  const load = async (context: LoaderContext) => {
    await fill(context);
    context.watcher?.add(contentDir);
    context.watcher?.on('all', (_event, file) => {
      if (!file.startsWith(contentDir)) return;
      reads = undefined;
      fill(context).catch((error: unknown) => {
        context.logger.error(String(error instanceof Error ? error.message : error));
      });
    });
  };
  return { name, load };
}

let reads: Promise<PlanContent> | undefined;
/** One reading of the folder serves all collections. */
const shared = () => (reads ??= readContent());
