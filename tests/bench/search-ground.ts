/** What the figures of the search are taken on: the plan, its built site, and a browser. */
import { chromium, type Page } from '@playwright/test';
import type { Plan } from '#model/plan.ts';
import { toKana } from '#model/reading.ts';
import { readPlan } from '#reader/read.ts';
import { searchRecords, type SearchRecord } from '#search/records.ts';
import { urls } from '#urls.ts';
import { launchOptions } from '../browser.ts';
import { rivals } from './rivals.ts';
import { serve } from './server.ts';

export interface Ground {
  plan: Plan;
  records: readonly SearchRecord[];
  /** Each record as one line of its printed text. */
  lines: readonly string[];
  origin: string;
  /** A word that one record alone prints, and the reading of one. */
  word: string;
  kana: string;
  /** A page of a browser that knows nothing yet. */
  fresh: () => Promise<Page>;
  /** What `use` makes of a fresh search page. */
  onSearchPage: <Result>(use: (page: Page) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
}

/** Serves the site that was built into `dist`, with its rivals beside it. */
export async function openSite(dist: string): Promise<Ground> {
  const plan = await readPlan();
  const records = searchRecords(plan);
  const lines = records.map(({ titles, heads, passages }) =>
    [titles.join('、'), ...heads, ...passages.map(({ text }) => text)].join(' '),
  );
  const server = await serve(
    dist,
    await rivals(dist, lines.join('\n')),
    Number(process.env.PORT ?? 0),
  );
  const browser = await chromium.launch(launchOptions());
  const fresh = async () => (await browser.newContext({ locale: 'ja-JP' })).newPage();
  const words = Object.keys(plan.readings.words).filter((word) =>
    /^\p{Script=Han}{3,}$/u.test(word),
  );
  const word =
    words.find((one) => lines.filter((line) => line.includes(one)).length === 2) ?? words[0] ?? '';
  return {
    plan,
    records,
    lines,
    origin: server.origin,
    word,
    kana: toKana(word, plan.readings),
    fresh,
    onSearchPage: async (use) => {
      const page = await fresh();
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
