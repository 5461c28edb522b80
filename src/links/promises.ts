/** The list of addresses ever published, and whether the plan still keeps them. */
import { addresses } from './addresses.ts';
import type { Notice } from '#model/notices.ts';
import type { Plan } from '#model/plan.ts';
import type { Redirect } from '#model/redirect.ts';

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
export const brokenPromises = (published: Published, plan: Plan): BrokenPromise[] =>
  broken(published, current(plan), plan.redirects);

function broken(
  published: Published,
  now: Published,
  redirects: readonly Redirect[],
): BrokenPromise[] {
  return [...published].flatMap(([path, subject]) =>
    now.get(path) === subject || movedTo(path, redirects, now)
      ? []
      : [{ path, subject, now: now.get(path) }],
  );
}

/** What an editor is told of promised addresses that a site with the addresses `now` would drop. */
export const goneNotices = (
  published: Published,
  now: Published,
  redirects: readonly Redirect[],
): Notice[] =>
  broken(published, now, redirects)
    .filter((promise) => promise.now === undefined)
    .map(({ path, subject }) => ({
      file: PUBLISHED_FILE,
      text: `にある公開したアドレス「${path}」（${subject}）がなくなります。redirects.yaml に、from: ${path} と to: 行き先 を書いてください`,
    }));

/** `published` with the plan's new addresses; no line of it is lost or changed. */
export const withNew = (published: Published, plan: Plan): Published =>
  new Map([...current(plan), ...published]);

export const current = (plan: Plan): Published =>
  new Map(addresses(plan).map(({ path, subject }) => [path, subject]));

/** By a row of its own, or by a row of its page if the new page has the same fragment. */
function movedTo(path: string, redirects: readonly Redirect[], now: Published): string | undefined {
  const rows = new Map(redirects.map(({ from, to }) => [from, to]));
  const [page = '', fragment] = path.split('#');
  const there = `${rows.get(page) ?? ''}#${fragment ?? ''}`;
  return rows.get(path) ?? (now.has(there) ? there : undefined);
}
