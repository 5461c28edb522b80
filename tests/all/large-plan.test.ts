/** The search of a plan of about ten times the records: the same answers, in a bounded load. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { isOneEdit } from '#search/slips.ts';
import { planRecords, type PlanRecord } from '#search/records.ts';
import { urls } from '#urls.ts';
import { ask } from '../bench/browser-side.ts';
import { serve, type Serving } from '../bench/server.ts';
import { launchOptions } from '../tools.ts';
import { buildSite } from '../fixtures/build.ts';
import { writeVariedPlan, type Varied } from '../fixtures/varied-plan.ts';

const home = mkdtempSync(path.join(tmpdir(), 'plan-large-'));
const content = path.join(home, 'content');
const dist = path.join(home, 'dist');
/** In no plan that is made here. */
const ABSENT = [
  '水族館',
  '宇宙旅行',
  '椿椿椿',
  'くじらさわ',
  'ぬめぬめ',
  'カジノ',
  'とうなんあじあ',
];

describe('a plan ten times larger', () => {
  let varied: Varied[];
  let plan: Plan;
  let records: PlanRecord[];
  let server: Serving;
  let browser: Browser;

  beforeAll(async () => {
    varied = writeVariedPlan('content', content, 354);
    buildSite({ CONTENT_DIR: content, OUT_DIR: dist, BASE_PATH: '/' });
    plan = await readPlan(content);
    records = planRecords(plan);
    server = await serve(dist, new Map());
    browser = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(home, { recursive: true });
  });

  /** The search page as a first visit sees it; `before` is done before it loads. */
  async function opened(before: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
    const page = await (await browser.newContext()).newPage();
    await before(page);
    await page.goto(`${server.origin}${urls.search()}`);
    return page;
  }

  /** The records that a plain scan finds. */
  const scan = (test: (record: PlanRecord) => boolean) =>
    records
      .filter(test)
      .map(({ url }) => url)
      .sort();
  const prints = (text: string) => (record: PlanRecord) =>
    [...record.titles, ...record.heads, ...wordsOf(record)].some((line) => line.includes(text));
  const wordsOf = ({ passages }: PlanRecord) => passages.map(({ text }) => text);

  /** One kana of the middle is another, and only one invented word is so near. */
  function slip(kana: string): string[] {
    const typed = `${kana.slice(0, 3)}ぬ${kana.slice(4)}`;
    const near = varied
      .flatMap(({ placeKana, everydayKana }) => [placeKana, everydayKana])
      .filter((word) => isOneEdit(word, typed));
    return near.length === 1 ? [typed] : [];
  }

  function questions(one: Varied): { kind: string; q: string; url: string }[] {
    const { place, placeKana, everyday, everydayKana } = one;
    const record = records.find(prints(place));
    if (!record) throw new Error(`${one.id} is not in the plan`);
    const { url, titles, kind, months } = record;
    const words = wordsOf(record);
    const other = /\p{Script=Han}{3,}/u.exec(words.join(' ').replace(place, ''))?.[0];
    const asked: Record<string, readonly string[]> = {
      exact: [place],
      kana: [placeKana, placeKana.replace(/[ぁ-ゖ]/g, katakana)],
      width: kind === 'programme' ? [wide(titles.join())] : [],
      everyday: [everyday, everydayKana],
      partial: [place.slice(0, 2), placeKana.slice(0, -1)],
      multi: other === undefined ? [] : [`${other} ${place}`],
      month: months.slice(0, 1).map((month) => `${String(month)}月 ${place}`),
      natural: [`${place}について知りたい`],
      typo: [...slip(placeKana), ...slip(everydayKana)],
    };
    return Object.entries(asked).flatMap(([kind, all]) => all.map((q) => ({ kind, q, url })));
  }

  it('finds what is asked in every way, and nothing where there is nothing', async () => {
    const asked = varied.filter((_, index) => index % 41 === 7).flatMap(questions);
    const page = await opened();
    const answers = await ask(
      page,
      asked.map(({ q }) => q),
    );
    const places = asked.map((one, index) => ({
      ...one,
      at: (answers[index] ?? []).indexOf(one.url),
    }));
    const share = (all: typeof places, most: number) =>
      all.filter(({ at }) => at >= 0 && at < most).length / all.length;
    const say = (name: string, all: typeof places) => {
      console.log(
        `${name}: ${share(all, 1).toFixed(3)} first, ${share(all, 3).toFixed(3)} in three, of ${String(all.length)}`,
      );
    };
    say(`${String(records.length)} records`, places);
    for (const [kind, all] of Map.groupBy(places, ({ kind }) => kind)) {
      say(`    ${kind}`, all);
      expect(share(all, 3), kind).toBeGreaterThanOrEqual(0.9);
    }
    expect(share(places, 3)).toBeGreaterThanOrEqual(0.95);
    expect(await ask(page, ABSENT)).toEqual(ABSENT.map(() => []));
    await page.context().close();
  });

  it('finds all that a plain scan finds, and counts it in its filters', async () => {
    const page = await opened();
    const middles = records.flatMap((record, index) =>
      index % 67 === 3
        ? wordsOf(record)
            .slice(0, 1)
            .map((text) => text.slice(5, 11))
        : [],
    );
    const found = await ask(page, middles);
    for (const [index, middle] of middles.entries())
      expect(found[index], middle).toEqual(expect.arrayContaining(scan(prints(middle))));
    const [inAugust = []] = await ask(page, ['８月']);
    expect(inAugust.toSorted()).toEqual(scan(({ months }) => months.includes(8)));
    // They are counted while they are open.
    await page.locator('[data-part="filters"] > summary').click();
    const wanted = scan(({ months, goals }) => months.includes(8) && goals.includes(1)).length;
    const option = page.locator('select[name="goal"] option[value="1"]');
    await expect.poll(() => option.textContent()).toContain(`(${String(wanted)})`);
    await page.locator('select[name="goal"]').selectOption('1');
    expect(await page.locator('#results > li').count()).toBe(wanted);
    await page.context().close();
  });

  it('answers from its titles before the index has come, and moves nothing then', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((done) => (release = done));
    const page = await opened((page) =>
      page.route('**/pagefind/**', async (route) => {
        await gate;
        await route.continue();
      }),
    );
    const results = page.locator('#results > li');
    const look = () => results.evaluateAll((items) => items.map((item) => item.outerHTML));
    await page.locator('#q').fill('地域');
    await results.first().waitFor();
    const before = await look();
    release();
    await page.locator('#results[aria-busy="false"]').waitFor();
    const after = await look();
    console.log(
      `${String(before.length)} answers before the index, ${String(after.length)} with it`,
    );
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
    await page.context().close();
  });

  it('loads little, and lists every address in a page of bounded size', async () => {
    const sizes = new Map<string, number>();
    const page = await opened(async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      const names = new Map<string, string>();
      session.on('Network.requestWillBeSent', ({ requestId, request }) => {
        names.set(requestId, request.url);
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        sizes.set(names.get(requestId) ?? '', encodedDataLength);
      });
    });
    const listed = await page
      .locator('li[data-kind] > a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(listed.sort()).toEqual(scan(() => true));
    const reading = varied[7]?.placeKana ?? '';
    expect((await ask(page, [reading]))[0]).not.toEqual([]);
    const [document = 0, ...rest] = [...sizes]
      .filter(([url]) => !url.endsWith('icon.svg'))
      .map(([, size]) => size);
    const total = rest.reduce((sum, size) => sum + size, 0);
    const html = gzipSync(readFileSync(path.join(dist, 'search/index.html'))).length;
    console.log(
      `the page ${String(document)} bytes (${String(html)} with gzip), then ${String(total)} in ${String(rest.length)} requests`,
    );
    // As it is served, with Brotli.
    expect(document).toBeLessThanOrEqual(25_000);
    expect(total).toBeLessThanOrEqual(250_000);
    expect(rest.length).toBeLessThanOrEqual(12);
    await page.context().close();
  });
});

const katakana = (kana: string) => String.fromCharCode(kana.charCodeAt(0) + 0x60);
const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
