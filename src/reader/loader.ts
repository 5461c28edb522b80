/** The Astro content loader over the reader: filled once for a build, and on every edit in dev. */
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { planOf } from '#links/promises.ts';
import { imagesOf } from '#text/body.ts';
import { contentFrom, judgeFiles, type JudgedEntry } from './judge-content.ts';
import { contentDir, readFiles } from './read.ts';
import { onContentChange } from './watch-content.ts';

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
    onContentChange(watcher, () => {
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

type Stored = Pick<JudgedEntry, 'id' | 'file' | 'written'> & Partial<JudgedEntry>;

/** Stores the fields as they are written, those of an MDX file with its `body`. */
async function fill(context: LoaderContext, read: readonly JudgedEntry[]): Promise<void> {
  const { collection, store, parseData, generateDigest } = context;
  store.clear();
  // Astro warns of a collection that has never had an entry.
  store.set({ id: 'none', data: {} });
  store.delete('none');
  const images = read.flatMap(({ body }) => imagesOf(body)).map(({ file }) => file);
  const stored: Stored[] =
    collection === 'images'
      ? images.map((id) => ({ id, file: id, written: { image: `./${path.posix.basename(id)}` } }))
      : read.filter((entry) => entry.collection === collection);
  for (const { id, file, written, body, markdown } of stored) {
    const fields = written as Record<string, unknown>;
    const data = file.endsWith('.mdx') ? { ...fields, body } : fields;
    const filePath = path.relative(process.cwd(), path.join(contentDir, file));
    store.set({
      id,
      data: await parseData({ id, filePath, data }),
      filePath,
      digest: generateDigest(data),
      ...(markdown && { body: markdown }),
      // A page is rendered as MDX by Astro; every other body is shown from its tree.
      ...(collection === 'pages' && { deferredRender: true }),
    });
  }
}
