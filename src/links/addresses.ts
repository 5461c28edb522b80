/** Every address that the site promises to keep, with its subject. */
import { documentOf, flatten } from '#document/blocks.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { memoized } from '#model/memoized.ts';
import { imagesOfPlan, pledgeTitle, type Plan } from '#model/plan.ts';
import { quote, type Problem } from '#model/problem.ts';
import { pageAt, pages } from '#routes.ts';
import { labels, t } from '#strings.ts';
import { belowBase, urls } from '#urls.ts';

export interface Address {
  /** Below the base, fragment included; empty for the home page. */
  path: string;
  /** What it is the address of, in words: this is what may not change. */
  subject: string;
}

const address = (href: string, subject: string): Address => ({ path: belowBase(href), subject });

/** All promised addresses: pages and files first, then fragments, each in the plan's order. */
export function addresses(plan: Plan): Address[] {
  const blocks = flatten(documentOf(plan)).map(({ block }) => block);
  return [
    ...pages(plan).map(({ href, title }) => address(href, title)),
    ...Object.keys(labels(plan).files).flatMap((name) => [
      address(urls.dataFile(name), name),
      address(urls.data(name), name),
    ]),
    ...imagesOfPlan(plan).map((image) => address(urls.image(image), image.alt)),
    ...blocks.flatMap(({ href, subject }) => (href?.includes('#') ? address(href, subject) : [])),
    ...plan.pledges.map((pledge) => address(urls.pledgeOfSection(pledge), pledgeTitle(pledge))),
    ...(pageAt(plan, urls.calendar())
      ? FISCAL_MONTHS.map((month) => address(urls.calendar(month), t.calendar.month(month)))
      : []),
    ...plan.corrections.map((row) => address(urls.corrections(row), row.source)),
    ...blocks.flatMap(({ id, subject }) => (id ? address(urls.full(id), subject) : [])),
  ];
}

/** All promised addresses by their path. Made once for a plan: every page asks. */
export const addressesByPath = memoized(
  (plan: Plan): ReadonlyMap<string, Address> =>
    new Map(addresses(plan).map((address) => [address.path, address])),
);

/** The pages of content/pages/ whose address another page of the site has. */
export function pageProblems(plan: Plan): Problem[] {
  const others = new Set(pages({ ...plan, pages: [] }).map(({ href }) => href));
  const expected = 'このサイトのほかのページと違う名前';
  return plan.pages
    .filter((page) => others.has(urls.page(page)))
    .map(({ file, id }) => ({ file, field: 'ファイル名', found: id, expected }));
}

/** The faults of `redirects.yaml`: `from` must be gone, `to` must exist. */
export function redirectProblems(plan: Plan): Problem[] {
  const file = 'redirects.yaml';
  const now = addressesByPath(plan);
  const seen = new Set<string>();
  return plan.redirects.flatMap(({ from, to }, index) => {
    const problems: Problem[] = [];
    const addProblem = (field: string, found: string, expected: string) =>
      problems.push({ file, field: `[${String(index)}].${field}`, found: quote(found), expected });
    if (now.has(from)) addProblem('from', from, '今はないアドレス（このアドレスは今もあります）');
    if (seen.has(from)) addProblem('from', from, 'ほかの行と違うアドレス');
    if (!now.has(to)) addProblem('to', to, '今あるアドレス');
    seen.add(from);
    return problems;
  });
}
