/** What the figures of the search are taken on: the plan, its built site, and a browser. */
import { chromium, type Page } from '@playwright/test';
import type { Plan } from '#model/plan.ts';
import { toKana } from '#model/reading.ts';
import { readPlan } from '#reader/read.ts';
import { planRecords, type PlanRecord } from '#search/records.ts';
import { urls } from '#urls.ts';
import { launchOptions } from '../tools.ts';
import { serve } from './server.ts';

export interface Ground {
  plan: Plan;
  records: readonly PlanRecord[];
  origin: string;
  /** A word that few records print, and how it is read. */
  word: string;
  kana: string;
  /** A page of a browser that knows nothing yet. */
  fresh: () => Promise<Page>;
  /** What `use` makes of a fresh search page; `before` is done before it loads. */
  onSearchPage: <Result>(
    use: (page: Page) => Promise<Result>,
    before?: (page: Page) => Promise<unknown>,
  ) => Promise<Result>;
  close: () => Promise<void>;
}

/** Serves the site that was built into `dist`. */
export async function openSite(dist: string): Promise<Ground> {
  const plan = await readPlan();
  const records = planRecords(plan);
  const lines = records.map(({ titles, passages }) =>
    [...titles, ...passages.map(({ text }) => text)].join(' '),
  );
  const server = await serve(dist, new Map(), Number(process.env.PORT ?? 0));
  const browser = await chromium.launch(launchOptions());
  const fresh = async () => (await browser.newContext({ locale: 'ja-JP' })).newPage();
  const words = Object.keys(plan.readings.words).filter((word) =>
    /^\p{Script=Han}{3,}$/u.test(word),
  );
  const word = words.find((one) => lines.filter((line) => line.includes(one)).length === 2);
  return {
    plan,
    records,
    origin: server.origin,
    word: word ?? words[0] ?? '',
    kana: toKana(word ?? words[0] ?? '', plan.readings),
    fresh,
    onSearchPage: async (use, before) => {
      const page = await fresh();
      await before?.(page);
      await page.goto(`${server.origin}${urls.search()}`);
      const result = await use(page);
      await page.context().close();
      return result;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** What the judged questions call each record, by its address. */
export function namesOf({
  programmes,
  sections,
  pledges,
  goals,
  principles,
}: Plan): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const one of programmes)
    names.set(urls.programme(one), [`programme:${one.id}`, `programme:${one.title}`]);
  for (const one of sections)
    names.set(urls.section(one), [`section:${one.id}`, `section:${one.name}`]);
  for (const one of pledges) {
    const { section } = one;
    // The words of a section that has a single pledge are there.
    const alone = section.pledges.length === 1;
    names.set(urls.pledge(one), [
      ...[`pledge:${section.id}/${one.id}`, `unit:${section.name}/${one.name}`],
      ...one.units.map((unit) => `unit:${section.name}/${unit}`),
      ...(alone ? [`section:${section.id}`, `section:${section.name}`] : []),
    ]);
  }
  for (const one of goals)
    names.set(urls.goal(one), [`goal:${one.id}`, `goal:${String(one.number)}`]);
  for (const one of principles)
    names.set(urls.principle(one), [
      ...['principle', `principle:${one.id}`],
      `principle:${one.title.split('　')[0] ?? ''}`,
    ]);
  names.set(urls.policy(), ['policy']);
  return names;
}
