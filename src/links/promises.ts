/** The list of addresses ever published, and the plan that still keeps them. */
import { addresses, pageProblems, redirectProblems } from './addresses.ts';
import { linkPlan } from '#model/link.ts';
import type { Plan, PlanContent, Published } from '#model/plan.ts';
import { ContentError, type Problem } from '#model/problem.ts';
import type { Redirect } from '#model/redirect.ts';

/** The plan's own list, beside its words: another plan begins another. */
export const PUBLISHED_FILE = 'permalinks.txt';

/** The plan of validated content. Throws one {@link ContentError} with all that does not join. */
export function planOf(content: PlanContent): Plan {
  const plan = linkPlan(content);
  const problems = [...pageProblems(plan), ...redirectProblems(plan), ...promiseProblems(plan)];
  if (problems.length > 0) throw new ContentError(problems);
  return plan;
}

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
  const now = subjectsNow(plan);
  return [...published].flatMap(([path, subject]) =>
    now.get(path) === subject || isRedirected(path, plan.redirects, now)
      ? []
      : [{ path, subject, now: now.get(path) }],
  );
}

/**
 * The published addresses that the plan would drop. A page speaks for its fragments: they are named
 * once it has its row.
 */
export function promiseProblems(plan: Plan): Problem[] {
  const gone = brokenPromises(plan.published ?? new Map(), plan).filter(
    ({ now }) => now === undefined,
  );
  const pages = new Set(gone.map(({ path }) => path));
  return gone
    .filter(({ path }) => !path.includes('#') || !pages.has(path.split('#')[0] ?? ''))
    .map(({ path, subject }) => ({
      file: 'redirects.yaml',
      field: path,
      found: `公開したアドレス「${path}」（${subject}）が今の計画になく、行き先も書かれていません`,
      expected: `次の行を足す（なくなったものなら、近いところのアドレスと ended: true）\n    - from: ${path}\n      to: 今のアドレス`,
    }));
}

/** `published` with the plan's new addresses; no line of it is lost or changed. */
export const withNew = (published: Published, plan: Plan): Published =>
  new Map([...subjectsNow(plan), ...published]);

const subjectsNow = (plan: Plan): Published =>
  new Map(addresses(plan).map(({ path, subject }) => [path, subject]));

/**
 * By a row of its own, or by a row of its page: if the new page has the same fragment, or the page
 * has ended with all that was on it.
 */
function isRedirected(path: string, redirects: readonly Redirect[], now: Published): boolean {
  const [page = '', fragment = ''] = path.split('#');
  return redirects.some(
    ({ from, to, ended }) =>
      from === path || (from === page && (ended === true || now.has(`${to}#${fragment}`))),
  );
}
