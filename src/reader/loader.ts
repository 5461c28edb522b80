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

/**
 * The record of the publication, as one entry, so that its lists keep their order: what differs
 * from the source, where moved addresses went, what the source is, how the site fared in its tests,
 * and the everyday words that its search knows.
 */
export function recordLoader(): Loader {
  return reading('plan-record', ({ corrections, redirects, source, accessibility, keywords }) => [
    {
      id: 'record',
      file: 'corrections.yaml',
      data: { corrections, redirects, source, accessibility, keywords },
      paragraphs: [],
    },
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
