/** The list of addresses ever published, and whether the plan still keeps them. */
import { addresses } from './addresses.ts';
import type { Plan } from '#model/plan.ts';

/** The plan's own list, beside its words: another plan begins another. */
export const PUBLISHED_FILE = 'permalinks.txt';

/** Address below the base → its subject when it was published. */
export type Published = ReadonlyMap<string, string>;

export interface BrokenPromise {
  path: string;
  subject: string;
  /** Its subject now; undefined where it is gone. */
  now: string | undefined;
}

/** One `address<tab>subject` a line; the home page's address is empty. */
export function parsePublished(text: string): Published {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [path = '', subject = ''] = line.split('\t');
      return [path, subject];
    }),
  );
}

/** The same, sorted by address. */
export const formatPublished = (published: Published): string =>
  [...published]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((row) => `${row.join('\t')}\n`)
    .join('');

/** What has vanished or changed its subject although `redirects.yaml` does not say where it went. */
export function brokenPromises(published: Published, plan: Plan): BrokenPromise[] {
  const now = current(plan);
  return [...published].flatMap(([path, subject]) =>
    now.get(path) === subject || movedTo(path, plan, now)
      ? []
      : [{ path, subject, now: now.get(path) }],
  );
}

/** `published` with the plan's new addresses; no line of it is lost or changed. */
export const withNew = (published: Published, plan: Plan): Published =>
  new Map([...current(plan), ...published]);

const current = (plan: Plan): Published =>
  new Map(addresses(plan).map(({ path, subject }) => [path, subject]));

/** By a row of its own, or by a row of its page if the new page has the same fragment. */
function movedTo(path: string, plan: Plan, now: Published): string | undefined {
  const rows = new Map(plan.redirects.map(({ from, to }) => [from, to]));
  const [page = '', fragment] = path.split('#');
  const there = `${rows.get(page) ?? ''}#${fragment ?? ''}`;
  return rows.get(path) ?? (now.has(there) ? there : undefined);
}
