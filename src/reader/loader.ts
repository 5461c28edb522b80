/** Astro content loaders over the reader: filled once for a build, and on every edit in dev. */
import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { folders, type FolderName, type YamlName } from '#model/collections.ts';
import type { Entry, PlanContent } from '#model/plan.ts';
import { imagesOf } from '#text/body.ts';
import { contentDir, readContent } from './read.ts';

/** What one collection holds. The reader has validated it: it is stored as it is. */
interface Stored {
  id: string;
  file: string;
  data: Record<string, unknown>;
  markdown?: string;
}

/** The files of one folder of `content/`; an entry's data holds its fields and its `body`. */
export const folderLoader = (name: FolderName): Loader =>
  loaderOf(name, (content) =>
    [content[name]].flat().map((entry: Entry<object>) => ({
      ...entry,
      data: { ...entry.data, body: entry.body },
    })),
  );

/** The rows of one YAML list, in their order, or the one entry of a YAML record. */
export const yamlLoader = (name: YamlName): Loader =>
  loaderOf(name, (content) =>
    [content[name] ?? []].flat().map((data, index) => ({
      id: String(index),
      file: `${name}.yaml`,
      data,
    })),
  );

/** The images that the bodies show: Astro sizes them. */
export const imageLoader = loaderOf('images', (content) =>
  (Object.keys(folders) as FolderName[])
    .flatMap((name) => [content[name]].flat().flatMap(({ body }) => imagesOf(body)))
    .map(({ file }) => ({ id: file, file, data: { image: `./${path.posix.basename(file)}` } })),
);

function loaderOf(name: string, pick: (content: PlanContent) => Stored[]): Loader {
  const fill = async ({ store, parseData, generateDigest }: LoaderContext) => {
    const entries = pick(await shared());
    store.clear();
    for (const { id, file, data, markdown } of entries) {
      const filePath = path.relative(process.cwd(), path.join(contentDir, file));
      store.set({
        id,
        // The schema of images makes Astro import them.
        data: name === 'images' ? await parseData({ id, data, filePath }) : data,
        filePath,
        digest: generateDigest({ ...data }),
        ...(markdown !== undefined && { body: markdown }),
        // A page is rendered as MDX by Astro; every other body is shown from its tree.
        ...(name === 'pages' && { deferredRender: true }),
      });
    }
  };
  return {
    name: `plan-${name}`,
    load: async (context) => {
      const { watcher } = context;
      if (!watcher) return fill(context);
      // The editing server starts on refused content and keeps what it has after a refused save; it
      // says what is refused itself.
      const refill = () => fill(context).catch(() => undefined);
      await refill();
      watcher.add(contentDir);
      watcher.on('all', (_event, file) => {
        if (path.relative(contentDir, file).startsWith('..')) return;
        forget();
        void refill();
      });
    },
  };
}

let reading: Promise<PlanContent> | undefined;
/** One reading of the folder serves all collections, so that all problems are reported at once. */
const shared = () => (reading ??= readContent());

/** The loaders hear of a change one after another, and read the folder again once for all of them. */
function forget(): void {
  if (forgotten) return;
  forgotten = true;
  reading = undefined;
  queueMicrotask(() => (forgotten = false));
}
let forgotten = false;
