/** The linked plan, made from Astro's collections: every page takes it from here. */
import path from 'node:path';
import type { ImageMetadata } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { collectionNames, contentOf, type CollectionName } from '#model/collections.ts';
import { linkPlan } from '#model/link.ts';
import type { Entry, Plan } from '#model/plan.ts';
import { withoutNotes } from '#reader/images.ts';
import { contentDir } from '#reader/read.ts';
import type { Body } from '#text/body.ts';

let linked: Promise<Plan> | undefined;

/** The plan, joined once for a build and anew for every request of the editing server. */
export function getPlan(): Promise<Plan> {
  if (import.meta.env.DEV) return link();
  return (linked ??= link());
}

async function link(): Promise<Plan> {
  const entries = collectionNames.map(async (name) => [name, await entriesOf(name)] as const);
  const byName = new Map(await Promise.all(entries));
  return linkPlan(contentOf((name) => byName.get(name) ?? []));
}

async function entriesOf(name: CollectionName): Promise<Entry<unknown>[]> {
  const stored = await getCollection(name);
  return stored.map(({ id, data, body: markdown = '', filePath = '' }) => {
    const { body = [], ...fields } = data as { body?: Body };
    return {
      id,
      file: path.relative(contentDir, path.resolve(filePath)).replaceAll('\\', '/'),
      data: Array.isArray(data) ? data : fields,
      body,
      markdown,
    };
  });
}

/** An image of a body in its full size. */
export const imageBytes = (file: string) => withoutNotes(path.join(contentDir, file));

/** An image of a body, as Astro publishes it; `file` is its path inside `content/`. */
export async function imageAt(file: string): Promise<ImageMetadata> {
  const entry = await getEntry('images', file);
  if (!entry) throw new Error(`content/${file} is in no body`);
  return entry.data.image;
}
