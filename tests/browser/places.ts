/** One place of every kind that an address names, on every page that has one. */
import { chapterHref } from '#document/chapters.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { readPlan } from '#reader/read.ts';
import { pageAt } from '#routes.ts';
import { fullId, monthId, urls } from '#urls.ts';

const plan = await readPlan();
const { parts, principles, programmes, sections, pledges, corrections } = plan;
/** In the middle of a page nothing ends that could hold a place where it is. */
const middle = <Item>(all: readonly Item[]): Item[] =>
  all.slice(Math.floor(all.length / 2)).slice(0, 1);

const [programme] = middle(programmes);
const [section] = middle(sections.filter((one) => one.pledges.length > 0));
const activities = middle(programme?.activities ?? []);
const ofSection = middle(section?.pledges ?? []);

/** Fragments of the editions that hold the whole plan. */
export const WHOLE = [
  ...parts.slice(-1).map(fullId.part),
  ...middle(principles).map(fullId.principle),
  ...middle(programmes).map(fullId.programme),
  ...activities.map(fullId.activity),
  ...middle(sections).map(fullId.section),
  ...middle(pledges).map(fullId.pledge),
  ...pledges.slice(-1).map(fullId.pledge),
];

/** Their fragments by the address of the page. */
const places: (readonly [string, readonly string[]])[] = [
  [urls.full(), WHOLE],
  ...Map.groupBy(WHOLE, (id) => chapterHref(plan, id)?.split('#')[0] ?? urls.yomigana()),
  [urls.dataFile('plan.html'), WHOLE],
  [urls.policy(), [...parts.slice(-1), ...middle(principles)].map(({ id }) => id)],
  ...(programme ? [[urls.programme(programme), activities.map(({ id }) => id)] as const] : []),
  ...(section ? [[urls.section(section), ofSection.map(({ id }) => id)] as const] : []),
  ...(pageAt(plan, urls.programmes()) ? [[urls.programmes(), ['owners']] as const] : []),
  ...(pageAt(plan, urls.calendar())
    ? [[urls.calendar(), [...FISCAL_MONTHS.map(monthId), 'table']] as const]
    : []),
  [
    urls.corrections(),
    (['corrected', 'flagged', 'rule'] as const).flatMap((status) =>
      middle(corrections.filter((row) => row.status === status)).map(({ id }) => id),
    ),
  ],
];
export const PLACES = places.filter(([, ids]) => ids.length > 0);

/** Those that are many screens long. */
export const LONG: readonly string[] = PLACES.map(([address]) => address).filter((address) =>
  [urls.full(), urls.programmes(), urls.calendar()].includes(address),
);
