/** Every address the site promises to keep, with what stands there. */
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import type { Plan } from '#model/plan.ts';
import { quote, type Problem } from '#model/problem.ts';
import { t } from '#strings.ts';
import { belowBase, fullId, urls } from '#urls.ts';

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
  return [
    ...pageAddresses(plan),
    ...fileAddresses(),
    ...blockAddresses(plan),
    ...wholeTextAddresses(plan),
  ];
}

const known = new WeakMap<Plan, ReadonlyMap<string, Address>>();

/** All promised addresses by their path. Made once for a plan: every page asks. */
export function standing(plan: Plan): ReadonlyMap<string, Address> {
  const made = known.get(plan) ?? new Map(addresses(plan).map((one) => [one.path, one]));
  known.set(plan, made);
  return made;
}

/** The pages: everything that stands in the sitemap. */
export function pageAddresses(plan: Plan): Address[] {
  const { policy } = plan;
  return [
    at(urls.home(), policy.title),
    at(urls.policy(), t.nav.policy, [policy.title, policy.pointer]),
    ...plan.goals.map((goal) =>
      at(urls.goal(goal), goal.title, [goal.subtitle, ...goal.paragraphs]),
    ),
    at(urls.programmes(), policy.programmesHeading),
    ...plan.programmes.map((programme) =>
      at(urls.programme(programme), programme.title, [programme.goal.title]),
    ),
    at(urls.sections(), policy.pledgesHeading, [policy.pledgesSubtitle]),
    ...plan.sections.map((section) => at(urls.section(section), section.name)),
    at(urls.calendar(), t.calendar.title),
    at(urls.full(), t.full.title, [policy.title]),
    at(urls.yomigana(), t.find.yomigana),
    at(urls.search(), t.search.title),
    at(urls.corrections(), t.corrections.title),
    at(urls.data(), t.nav.data),
    at(urls.about(), t.nav.about),
  ];
}

/** The files to download, and what the data page tells of each. */
function fileAddresses(): Address[] {
  return Object.entries(t.data.files).flatMap(([name, meaning]) => [
    at(urls.dataFile(name), name, [], []),
    at(urls.data(name), name, [meaning]),
  ]);
}

function blockAddresses(plan: Plan): Address[] {
  return [
    ...plan.policy.parts.map((part) =>
      at(urls.part(part), part.heading, part.lead ? [part.lead] : []),
    ),
    ...plan.principles.map((principle) =>
      at(urls.principle(principle), principle.title, principle.paragraphs),
    ),
    ...plan.programmes.flatMap(({ activities }) =>
      activities.map((activity) => at(urls.activity(activity), activity.text)),
    ),
    ...plan.pledges.map((pledge) =>
      at(urls.pledge(pledge), subjectOf(pledge), pledge.paragraphs, pledge.units),
    ),
    ...FISCAL_MONTHS.map((month) => at(urls.calendar(month), t.calendar.month(month))),
    ...plan.corrections.map((row) => at(urls.corrections(row), row.source, [row.reason])),
  ];
}

function wholeTextAddresses({ policy, ...plan }: Plan): Address[] {
  const full = (id: string, subject: string, words?: string[], own?: string[]) =>
    at(urls.full(id), subject, words, own);
  return [
    ...policy.parts.map((part) => full(fullId.part(part), part.heading)),
    ...plan.goals.map((goal) => full(fullId.goal(goal), goal.title, goal.paragraphs)),
    ...plan.principles.map((principle) =>
      full(fullId.principle(principle), principle.title, principle.paragraphs),
    ),
    full(fullId.programmes(), policy.programmesHeading),
    ...plan.goals.map((goal) =>
      full(fullId.goalProgrammes(goal), goal.programmesTitle, [goal.subtitle]),
    ),
    ...plan.programmes.map((programme) => full(fullId.programme(programme), programme.title)),
    ...plan.programmes.flatMap(({ activities }) =>
      activities.map((activity) => full(fullId.activity(activity), activity.text)),
    ),
    full(fullId.pledges(), policy.pledgesHeading, [policy.pledgesSubtitle]),
    ...plan.sections.map((section) => full(fullId.section(section), section.name)),
    ...plan.pledges.map((pledge) =>
      full(fullId.pledge(pledge), subjectOf(pledge), pledge.paragraphs, []),
    ),
  ];
}

const subjectOf = (pledge: Plan['pledges'][number]) =>
  pledge.units.length > 0 ? `${pledge.section.name} ${pledge.name}` : pledge.name;

/** `own`: the words of the subject that stand there, if they are not the subject itself. */
const at = (address: string, subject: string, words: string[] = [], own = [subject]): Address => ({
  path: belowBase(address),
  subject,
  words: [...own, ...words],
});

/** What is wrong with `redirects.yaml`: it sends from addresses that are gone to ones that stand. */
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
