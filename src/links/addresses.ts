/** Every address that the site promises to keep, with its words. */
import { documentOf, flatten, type Block } from '#document/blocks.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { imagesOfPlan, type Plan } from '#model/plan.ts';
import { quote, type Problem } from '#model/problem.ts';
import { pageAt, pages } from '#routes.ts';
import { labels, t } from '#strings.ts';
import { paragraphsOf } from '#text/body.ts';
import { belowBase, urls } from '#urls.ts';

export interface Address {
  /** Below the base, fragment included; empty for the home page. */
  path: string;
  /** What it is the address of, in words: this is what may not change. */
  subject: string;
  /** Words of the plan that the page, or the element of the fragment, holds. */
  words: string[];
}

/** All promised addresses: pages and files first, then fragments, each in the plan's order. */
export function addresses(plan: Plan): Address[] {
  const blocks = flatten(documentOf(plan)).map(({ block }) => block);
  return [
    ...pages(plan).map(({ href, title, words }) => at(href, title, words)),
    ...Object.entries(labels(plan).files).flatMap(([name, meaning]) => [
      at(urls.dataFile(name), name, [], []),
      at(urls.data(name), name, [meaning]),
    ]),
    ...imagesOfPlan(plan).map((image) => at(urls.image(image), image.alt, [], [])),
    ...blocks.flatMap((block) =>
      [block.href, block.hrefOnOwner].flatMap((href) =>
        href?.includes('#') ? blockAt(href, block) : [],
      ),
    ),
    ...(pageAt(plan, urls.calendar())
      ? FISCAL_MONTHS.map((month) => at(urls.calendar(month), t.calendar.month(month)))
      : []),
    ...plan.corrections.map((row) => at(urls.corrections(row), row.source, [row.reason])),
    ...blocks.flatMap((block) => (block.id ? blockAt(urls.full(block.id), block) : [])),
  ];
}

const known = new WeakMap<Plan, ReadonlyMap<string, Address>>();

/** All promised addresses by their path. Made once for a plan: every page asks. */
export function standing(plan: Plan): ReadonlyMap<string, Address> {
  const made = known.get(plan) ?? new Map(addresses(plan).map((one) => [one.path, one]));
  known.set(plan, made);
  return made;
}

const blockAt = (href: string, block: Block): Address => {
  const { heading, lead, subtitle, body } = block;
  const words = [heading ?? '', lead ?? '', subtitle ?? '', ...paragraphsOf(body)];
  return at(
    href,
    block.subject,
    words.filter((text) => text !== ''),
    [],
  );
};

/** `own`: the words of the subject as that page shows them, if they are not the subject itself. */
const at = (address: string, subject: string, words: string[] = [], own = [subject]): Address => ({
  path: belowBase(address),
  subject,
  words: [...own, ...words],
});

/** The faults of `redirects.yaml`: `from` must be gone, `to` must exist. */
export function redirectProblems(plan: Plan): Problem[] {
  const file = 'redirects.yaml';
  const now = standing(plan);
  const seen = new Set<string>();
  return plan.redirects.flatMap(({ from, to }, index) => {
    const problems: Problem[] = [];
    const say = (field: string, found: string, expected: string) =>
      problems.push({ file, field: `[${String(index)}].${field}`, found: quote(found), expected });
    if (now.has(from)) say('from', from, '今はないアドレス（このアドレスは今もあります）');
    if (seen.has(from)) say('from', from, 'ほかの行と違うアドレス');
    if (!now.has(to)) say('to', to, '今あるアドレス');
    seen.add(from);
    return problems;
  });
}
