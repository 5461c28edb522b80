/** The search of a plan of about ten times the records: it finds all, in a bounded load. */
import { chromium, type Browser, type Page } from '@playwright/test';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { planRecords, type PlanRecord } from '#search/records.ts';
import { urls } from '#urls.ts';
import { ask } from '../bench/browser-side.ts';
import { writeLargePlan } from '../bench/large-plan.ts';
import { serve, type Serving } from '../bench/server.ts';
import { buildSite } from '../fixtures/build.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { launchOptions } from '../tools.ts';

const home = temporaryFolder();
const [content, dist] = [path.join(home, 'content'), path.join(home, 'dist')];

describe('the search of a plan ten times larger', () => {
  let records: PlanRecord[];
  let server: Serving;
  let browser: Browser;
  beforeAll(async () => {
    writeLargePlan('content', content, 354);
    buildSite({ CONTENT_DIR: content, OUT_DIR: dist, BASE_PATH: '/' });
    records = planRecords(await readPlan(content));
    server = await serve(dist, new Map());
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  /** The search page as a first visit sees it; `before` is done before it loads. */
  async function opened(before: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
    const page = await (await browser.newContext()).newPage();
    await before(page);
    await page.goto(`${server.origin}${urls.search()}`);
    return page;
  }

  /** The addresses of the records that a plain scan finds. */
  const scan = (test: (record: PlanRecord) => boolean) =>
    records
      .filter(test)
      .map(({ url }) => url)
      .sort();
  const prints = (text: string) => (record: PlanRecord) =>
    [...record.titles, ...record.heads, ...wordsOf(record)].some((line) => line.includes(text));
  const wordsOf = ({ passages }: PlanRecord) => passages.map(({ text }) => text);

  it('finds all that a plain scan finds, counts it in its filters, and invents nothing', async () => {
    const page = await opened();
    const middles = records
      .filter((_, index) => index % 67 === 3)
      .flatMap((record) => wordsOf(record).slice(0, 1))
      .map((text) => text.slice(5, 11));
    const found = await ask(page, middles);
    for (const [index, middle] of middles.entries())
      expect(found[index], middle).toEqual(expect.arrayContaining(scan(prints(middle))));
    expect(await ask(page, ['水族館', '椿椿椿', 'カジノ'])).toEqual([[], [], []]);
    const [inAugust = []] = await ask(page, ['８月']);
    expect(inAugust.toSorted()).toEqual(scan(({ months }) => months.includes(8)));
    // They are counted while they are open.
    await page.locator('.find-filters > summary').click();
    const wanted = scan(({ months, goals }) => months.includes(8) && goals.includes(1)).length;
    const option = page.locator('select[name="goal"] option[value="1"]');
    await expect.poll(() => option.textContent()).toContain(`(${String(wanted)})`);
    await page.locator('select[name="goal"]').selectOption('1');
    await expect.poll(() => page.locator('#results > li').count()).toBe(wanted);
    await page.context().close();
  });

  it('answers before the index of the other pages has come, and moves nothing then', async () => {
    const gate = Promise.withResolvers<undefined>();
    const page = await opened((page) =>
      page.route('**/pagefind/**', async (route) => {
        await gate.promise;
        await route.continue();
      }),
    );
    const results = page.locator('#results > li');
    const look = () => results.evaluateAll((items) => items.map((item) => item.outerHTML));
    await page.locator('#q').fill('計画');
    await results.first().waitFor();
    const counted = async () =>
      Number.parseInt(await page.locator('[data-part=count]').innerText(), 10);
    const [before, first] = [await look(), await counted()];
    gate.resolve(undefined);
    await page.locator('#results[aria-busy="false"]').waitFor();
    const after = await look();
    expect(await counted()).toBeGreaterThan(first);
    expect(after.slice(0, before.length)).toEqual(before);
    await page.context().close();
  });

  it('loads little, and lists every address in a page of bounded size', async () => {
    const sizes = new Map<string, number>();
    const page = await opened((page) => {
      page.on('requestfinished', (request) => {
        void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          sizes.set(request.url(), responseBodySize + responseHeadersSize);
        });
      });
      return Promise.resolve();
    });
    const listed = await page
      .locator('li[data-kind] > a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(listed.sort()).toEqual(scan(() => true));
    expect((await ask(page, ['ぼうさい']))[0]).not.toEqual([]);
    const [document = 0, ...rest] = [...sizes]
      .filter(([url]) => !url.endsWith('icon.svg'))
      .map(([, size]) => size);
    // As it is served, with Brotli.
    expect(document).toBeLessThanOrEqual(25_000);
    expect(rest.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250_000);
    expect(rest.length).toBeLessThanOrEqual(12);
    await page.context().close();
  });
});
