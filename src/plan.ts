/** The linked plan, made from Astro's collections: every page takes it from here. */
import path from 'node:path';
import type { ImageMetadata } from 'astro';
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { planOf } from '#links/plan-of.ts';
import type { DataOf, FolderName } from '#model/collections.ts';
import type { Entry, Plan } from '#model/plan.ts';
import { withoutNotes } from '#reader/images.ts';
import { contentDir, readDrawings, readPublished } from '#reader/read.ts';

let linked: Promise<Plan> | undefined;

/** The plan, joined once for a build and anew for every request of the editing server. */
export function getPlan(): Promise<Plan> {
  if (import.meta.env.DEV) return link();
  return (linked ??= link());
}

async function link(): Promise<Plan> {
  const [policy] = await entries('policy');
  const [readings] = await getCollection('readings');
  if (!policy || !readings) throw new Error('content/ is incomplete');
  // A collection comes in no particular order; the ids of rows are their places in the file.
  const rows = <Row>(all: { id: string; data: Row }[]) =>
    all.toSorted((a, b) => Number(a.id) - Number(b.id)).map(({ data }) => data);
  return planOf({
    policy,
    parts: await entries('parts'),
    goals: await entries('goals'),
    principles: await entries('principles'),
    programmes: await entries('programmes'),
    sections: await entries('sections'),
    pledges: await entries('pledges'),
    pages: await entries('pages'),
    readings: readings.data,
    corrections: rows(await getCollection('corrections')),
    archive: rows(await getCollection('archive')),
    redirects: rows(await getCollection('redirects')),
    source: rows(await getCollection('source'))[0],
    accessibility: rows(await getCollection('accessibility'))[0],
    paper: rows(await getCollection('paper'))[0],
    keywords: rows(await getCollection('keywords')),
    terms: rows(await getCollection('terms'))[0],
    drawings: await readDrawings(),
    published: await readPublished(),
  });
}

async function entries<Name extends FolderName>(name: Name): Promise<Entry<DataOf<Name>>[]> {
  const found: CollectionEntry<FolderName>[] = await getCollection(name);
  return found.map(({ id, data: { body, ...data }, body: markdown = '', filePath = '' }) => ({
    id,
    file: path.relative(contentDir, path.resolve(filePath)).replaceAll('\\', '/'),
    data: data as DataOf<Name>,
    body: body ?? [],
    markdown,
  }));
}

/** An image of a body in its full size. */
export const imageBytes = (file: string) => withoutNotes(path.join(contentDir, file));

/** An image of a body, as Astro publishes it; `file` is its path inside `content/`. */
export async function imageAt(file: string): Promise<ImageMetadata> {
  const entry = await getEntry('images', file);
  if (!entry) throw new Error(`content/${file} is in no body`);
  return entry.data.image;
}
