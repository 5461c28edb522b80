/** The Astro content loader over the reader: filled once for a build, and on every edit in dev. */
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { planOf } from '#links/promises.ts';
import { imagesOf } from '#text/body.ts';
import { contentFrom, judgeFiles, type JudgedEntry } from './judge-content.ts';
import { contentDir, readFiles } from './read.ts';

/** For every collection. Astro validates the fields of an entry by the same schema once more. */
export const planLoader: Loader = {
  name: 'plan',
  load: async (context) => {
    const { watcher } = context;
    if (!watcher) return fill(context, await (entries ??= readEntries()));
    const isFirst = filled.size === 0;
    filled.set(context.collection, context);
    // The editing server starts on refused content and keeps what it has after a refused save; it
    // says what is refused itself.
    await (entries ??= readEntries()).then((read) => fill(context, read)).catch(() => undefined);
    if (!isFirst) return;
    watcher.add(contentDir);
    watcher.on('all', (_event, file) => {
      if (path.relative(contentDir, file).startsWith('..')) return;
      entries = readEntries();
      for (const collection of filled.values())
        void entries.then((read) => fill(collection, read)).catch(() => undefined);
    });
  },
};

let entries: Promise<JudgedEntry[]> | undefined;
/** The collections of the editing server. */
const filled = new Map<string, LoaderContext>();

/** All entries. Throws a ContentError where they do not join to a plan. */
async function readEntries(): Promise<JudgedEntry[]> {
  const files = await readFiles();
  const read = await judgeFiles(files);
  planOf(contentFrom(read, files));
  return read;
}

async function fill(context: LoaderContext, read: readonly JudgedEntry[]): Promise<void> {
  const { collection, store, parseData, generateDigest } = context;
  store.clear();
  // Astro warns of a collection that has never had an entry.
  store.set({ id: 'none', data: {} });
  store.delete('none');
  for (const { id, file, markdown = '', ...fields } of storedOf(collection, read)) {
    const filePath = path.relative(process.cwd(), path.join(contentDir, file));
    store.set({
      id,
      data: await parseData({ id, filePath, data: fields.data }),
      filePath,
      digest: generateDigest(fields),
      ...(markdown && { body: markdown }),
      // A page is rendered as MDX by Astro; every other body is shown from its tree.
      ...(collection === 'pages' && { deferredRender: true }),
    });
  }
}

interface Stored {
  id: string;
  file: string;
  data: Record<string, unknown>;
  markdown?: string | undefined;
}

/** The entries of a collection as they are written; the data of an MDX file hold its `body` too. */
function storedOf(collection: string, read: readonly JudgedEntry[]): Stored[] {
  if (collection === 'images')
    return read
      .flatMap(({ body }) => imagesOf(body))
      .map(({ file }) => ({ id: file, file, data: { image: `./${path.posix.basename(file)}` } }));
  return read
    .filter((entry) => entry.collection === collection)
    .map(({ id, file, written, body, markdown }) => {
      const data = written as Stored['data'];
      return { id, file, markdown, data: file.endsWith('.mdx') ? { ...data, body } : data };
    });
}
