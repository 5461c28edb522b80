/** The one door from Astro's collections to the linked plan. */
import { getCollection, type CollectionEntry } from 'astro:content';
import type { CollectionName, DataOf } from '#model/collections.ts';
import { linkPlan } from '#model/link.ts';
import type { Entry, Plan } from '#model/plan.ts';

let linked: Promise<Plan> | undefined;

/** The plan, joined once for a build and anew for every request of the editing server. */
export function getPlan(): Promise<Plan> {
  if (import.meta.env.DEV) return link();
  return (linked ??= link());
}

async function link(): Promise<Plan> {
  const [[policy], goals, principles, programmes, sections, pledges, readings, [record]] =
    await Promise.all([
      entries('policy'),
      entries('goals'),
      entries('principles'),
      entries('programmes'),
      entries('sections'),
      entries('pledges'),
      getCollection('readings'),
      getCollection('record'),
    ]);
  if (!policy || !readings[0] || !record) throw new Error('content/ is incomplete');
  return linkPlan({
    policy,
    goals,
    principles,
    programmes,
    sections,
    pledges,
    readings: readings[0].data,
    corrections: record.data.corrections,
    redirects: record.data.redirects,
    source: record.data.source,
    accessibility: record.data.accessibility,
    keywords: record.data.keywords,
  });
}

async function entries<Name extends CollectionName>(name: Name): Promise<Entry<DataOf<Name>>[]> {
  const found: CollectionEntry<CollectionName>[] = await getCollection(name);
  return found.map((entry) => ({
    id: entry.id,
    file: name === 'policy' ? 'policy.mdx' : `${name}/${entry.id}.mdx`,
    data: entry.data as DataOf<Name>,
    paragraphs: entry.body ? entry.body.split('\n\n') : [],
  }));
}
