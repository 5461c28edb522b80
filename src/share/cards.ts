/** What the sharing picture of each page says, in the page's own words. */
import type { Plan } from '#model/plan.ts';
import { t } from '#strings.ts';
import { belowBase, to, urls } from '#urls.ts';

/** OG_IMAGES=0 builds without pictures, and then no page names one. */
export const PICTURES = process.env['OG_IMAGES'] !== '0';

export interface Card {
  /** Address of the picture below the base. */
  file: string;
  kicker: string;
  title: string;
  detail: string;
  /** Number of the goal whose colour it takes. */
  goal?: number;
}

const known = new WeakMap<Plan, Map<string, Card>>();

/** The cards by their page's address. */
export function cards(plan: Plan): ReadonlyMap<string, Card> {
  const found = known.get(plan) ?? new Map(list(plan));
  known.set(plan, found);
  return found;
}

/** The picture's address for a page; a page without one of its own takes the home page's. */
export function picture(plan: Plan, page: string): string {
  const card = cards(plan).get(page) ?? cards(plan).get(urls.home());
  return to(card?.file);
}

function list(plan: Plan): [string, Card][] {
  const { policy } = plan;
  const page = (address: string, title: string, detail = '') =>
    card(address, { kicker: policy.title, title, detail });
  return [
    page(urls.home(), policy.parts[0]?.lead ?? policy.title),
    page(urls.policy(), t.nav.policy, policy.parts.map(({ heading }) => heading).join('、')),
    page(urls.programmes(), policy.programmesHeading),
    page(urls.sections(), policy.pledgesHeading, policy.pledgesSubtitle),
    page(urls.calendar(), t.calendar.title),
    page(urls.full(), t.full.title),
    page(urls.yomigana(), t.find.yomigana),
    page(urls.search(), t.search.title),
    page(urls.corrections(), t.corrections.title),
    page(urls.data(), t.data.title),
    page(urls.about(), t.nav.about),
    ...plan.goals.map((goal) =>
      card(urls.goal(goal), {
        kicker: t.goal.kicker(goal.number),
        title: goal.title,
        detail: goal.subtitle,
        goal: goal.number,
      }),
    ),
    ...plan.programmes.map((programme) =>
      card(urls.programme(programme), {
        kicker: `${t.goal.kicker(programme.goal.number)} ${programme.goal.title}`,
        title: programme.title,
        detail: programme.sections.map(({ name }) => name).join('、'),
        goal: programme.goal.number,
      }),
    ),
    ...plan.sections.map((section) =>
      card(urls.section(section), {
        kicker: t.section.kicker,
        title: section.name,
        detail: section.pledges.flatMap(({ units }) => units).join('、'),
      }),
    ),
  ];
}

const card = (page: string, words: Omit<Card, 'file'>): [string, Card] => [
  page,
  { file: `og/${belowBase(page).replace(/\/$/, '') || 'home'}.png`, ...words },
];
