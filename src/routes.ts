/**
 * The pages of the site, one entry for each kind: address, title, place in the menus, card on the
 * home page, words of the sharing picture. Menus, sitemap, promised addresses and pictures are made
 * from it.
 */
import { chaptersOf } from '#document/chapters.ts';
import { hasTimes } from '#model/calendar.ts';
import { memoized } from '#model/memoized.ts';
import {
  ownerNames,
  planName,
  type Goal,
  type Plan,
  type Pledge,
  type Programme,
  type Section,
} from '#model/plan.ts';
import { labels, t } from '#strings.ts';
import { belowBase, to, urls } from '#urls.ts';

export interface Link {
  href: string;
  text: string;
}

/** The words of a sharing picture. */
export interface Card {
  kicker: string;
  title: string;
  detail: string;
  /** Place of the goal whose colour it takes. */
  goal?: number;
}

export interface Page {
  href: string;
  /** Its subject: may not change once published. */
  title: string;
  /** Its name below the pages above it, where that is shorter. */
  crumb?: string;
  /** Address of the page above it, where its own address does not say it. */
  above?: string;
  menu?: { in: 'main' | 'footer'; text: string } | undefined;
  /** A line for its card on the home page. */
  about?: string;
  card: Card;
}

/** Every page, in the order of the sitemap. */
export function pages(plan: Plan): Page[] {
  const { policy } = plan;
  const words = labels(plan);
  const page = (
    href: string,
    title: string,
    { card, ...rest }: Omit<Partial<Page>, 'card'> & { card?: Partial<Card> } = {},
  ): Page => ({ href, title, card: { kicker: policy.title, title, detail: '', ...card }, ...rest });
  const main = (text: string) => ({ in: 'main' as const, text });
  const footer = (text: string) => ({ in: 'footer' as const, text });

  return [
    page(urls.home(), policy.title, {
      card: { title: policy.motto?.lead ?? policy.title, detail: policy.motto?.subtitle ?? '' },
    }),
    page(urls.policy(), planName(policy), {
      menu: main(planName(policy)),
      card: { detail: plan.parts.map(({ heading }) => heading).join('、') },
    }),
    ...plan.goals.map((goal) =>
      page(urls.goal(goal), goal.title, {
        above: urls.policy(),
        card: {
          kicker: words.goal.kicker(goal),
          detail: goal.subtitle ?? '',
          goal: goal.order,
        },
      }),
    ),
    plan.programmes.length > 0 &&
      page(urls.programmes(), policy.programmesHeading, {
        menu: main(plan.terms.programmes),
        about: words.ways.programmes(
          plan.programmes.length,
          plan.programmes.reduce((sum, { activities }) => sum + activities.length, 0),
        ),
      }),
    ...plan.programmes.map((programme) =>
      page(urls.programme(programme), programme.title, {
        card: {
          kicker: `${words.goal.kicker(programme.goal)} ${programme.goal.title}`,
          detail: ownerNames(programme).join('、'),
          goal: programme.goal.order,
        },
      }),
    ),
    plan.sections.length > 0 &&
      page(urls.sections(), sectionsTitle(plan), {
        menu: main(plan.pledges.length > 0 ? plan.terms.pledges : words.section.list),
        about: words.ways.sections(plan.sections.length, plan.pledges.length),
        card: { detail: policy.pledgesSubtitle ?? '' },
      }),
    ...plan.sections.flatMap((section) => [
      page(urls.section(section), section.name, {
        card: {
          kicker: section.pledges.length > 0 ? words.section.kicker : policy.title,
          detail: section.pledges.flatMap(({ units }) => units).join('、'),
        },
      }),
      ...section.pledges.map((pledge) =>
        page(urls.pledge(pledge), words.pledge.title(pledge), {
          crumb: pledge.name,
          card: { kicker: words.programme.pledges(section.name), title: pledge.name },
        }),
      ),
    ]),
    hasTimes(plan) &&
      page(urls.calendar(), t.calendar.title, {
        menu: main(t.nav.calendar),
        about: t.ways.calendar,
      }),
    page(urls.full(), t.full.title, {
      menu: main(t.nav.full),
    }),
    page(urls.search(), t.search.title, { menu: footer(t.nav.search) }),
    page(urls.yomigana(), t.find.yomigana, {
      menu: footer(t.find.yomigana),
    }),
    ...chaptersOf(plan).map(({ id, subject, heading, blocks: [block] }) =>
      page(urls.yomiganaChapter(id), t.yomigana.chapter(heading), {
        crumb: subject,
        card: {
          kicker: t.find.yomigana,
          title: subject,
          ...(block?.goal !== undefined && { goal: block.goal }),
        },
      }),
    ),
    page(urls.corrections(), t.corrections.title, { menu: footer(t.nav.corrections) }),
    page(urls.data(), t.data.title, { menu: footer(t.nav.data) }),
    ...plan.pages.map((entry) => {
      const { title, menu: place } = entry.data;
      const menu = place === 'none' ? undefined : { in: place, text: title };
      return page(urls.page(entry), title, { menu });
    }),
    page(urls.accessibility(), t.conformance.title, { menu: footer(t.nav.accessibility) }),
  ].filter((entry) => entry !== false);
}

/** The heading of the list of sections, as printed or as we name it. */
export const sectionsTitle = (plan: Plan): string =>
  plan.policy.pledgesHeading || labels(plan).section.list;

const pagesByHref = memoized((plan: Plan) => new Map(pages(plan).map((page) => [page.href, page])));

/** The page at an address; undefined where this plan has nothing for it. */
export const pageAt = (plan: Plan, href: string): Page | undefined => pagesByHref(plan).get(href);

/** The pages between home and the page at an address: those of the folders that it stands in. */
export function trailOf(plan: Plan, href: string): Link[] {
  const folders = belowBase(href).split('/').slice(0, -2);
  const above = folders.map((_, index) => to(`${folders.slice(0, index + 1).join('/')}/`));
  return [...above, pageAt(plan, href)?.above ?? '']
    .flatMap((address) => pageAt(plan, address) ?? [])
    .map((page) => ({ href: page.href, text: page.title }));
}

export function menu(plan: Plan, place: 'main' | 'footer'): Link[] {
  return pages(plan).flatMap(({ href, menu }) =>
    menu?.in === place ? [{ href, text: menu.text }] : [],
  );
}

export const homeLink: Link = { href: urls.home(), text: t.home };

/** The nouns of the plan as links to their pages. */
export const linkTo = {
  goal: (goal: Goal): Link => ({ href: urls.goal(goal), text: goal.title }),
  programme: (programme: Programme): Link => ({
    href: urls.programme(programme),
    text: programme.title,
  }),
  section: (section: Section): Link => ({ href: urls.section(section), text: section.name }),
  pledge: (pledge: Pledge): Link => ({ href: urls.pledge(pledge), text: pledge.name }),
};

export interface Neighbours {
  previous: (Link & { label: string }) | undefined;
  next: (Link & { label: string }) | undefined;
}

/** The links before and after `noun` in `all`, named by `labels`. */
export function neighbours<Noun extends { id: string }>(
  all: readonly Noun[],
  noun: Noun,
  link: (noun: Noun) => Link,
  labels: { previous: string; next: string },
): Neighbours {
  const index = all.findIndex(({ id }) => id === noun.id);
  const named = (other: Noun | undefined, label: string) => other && { ...link(other), label };
  return {
    previous: named(all[index - 1], labels.previous),
    next: named(all[index + 1], labels.next),
  };
}
