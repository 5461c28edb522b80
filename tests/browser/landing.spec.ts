/** An address lands where it says, and a reader's place is kept. */
import type { Locator, Page } from '@playwright/test';
import { monthId, belowBase, urls } from '#urls.ts';
import { t } from '#strings.ts';
import { belowWindow, besideMark, firstWords, shifts } from './measure.ts';
import { LONG, PLACES } from './places.ts';
import { expect, test } from './site.ts';

/** Pixels that a place may stand beside its mark. */
const NEAR = 2;

async function expectOnMark(page: Page) {
  expect.soft(await page.evaluate(shifts), page.url()).toEqual([]);
  expect.soft(await page.evaluate(besideMark), page.url()).toBeLessThanOrEqual(NEAR);
}

/** Scrolls to seven tenths of the page, and tells what stands there. */
async function readOn(page: Page) {
  await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    scrollTo({ top: (scrollHeight - clientHeight) * 0.7, behavior: 'instant' });
  });
  await page.evaluate(shifts);
  return page.evaluate(firstWords);
}

async function expectPlace(page: Page, { words, top }: Awaited<ReturnType<typeof readOn>>) {
  await page.evaluate(shifts);
  const now = await page.evaluate(firstWords);
  expect.soft(now.words, page.url()).toBe(words);
  expect.soft(Math.abs(now.top - top), page.url()).toBeLessThanOrEqual(NEAR);
}

/** Follows a link from where the page stands: a click by the mouse would scroll to the link. */
const follow = (link: Locator) =>
  link.evaluate((element: HTMLAnchorElement) => {
    element.click();
  });

for (const size of ['handset', 'desk'] as const)
  test.describe(`on a ${size}`, { tag: '@layout' }, () => {
    for (const [address, ids] of PLACES)
      test(`${address} shows each place that is asked of it`, async ({ open }) => {
        const [first = '', ...others] = ids;
        const page = await open(`${belowBase(address)}#${first}`, { size });
        await expectOnMark(page);
        for (const id of others) {
          await page.evaluate((fragment) => (location.hash = fragment), id);
          await expectOnMark(page);
        }
      });

    for (const address of LONG)
      test(`${address} keeps a place over reloading, going and coming back`, async ({ open }) => {
        const page = await open(belowBase(address), { size });
        await page.evaluate(shifts);
        const place = await readOn(page);
        await page.reload();
        await expectPlace(page, place);
        await follow(page.locator('.brand'));
        await page.waitForURL(({ pathname }) => pathname === urls.home());
        const home = await readOn(page);
        await page.goBack();
        await expectPlace(page, place);
        await page.goForward();
        await expectPlace(page, home);
      });

    for (const address of LONG)
      test(`${address} ends where the End key leads`, async ({ open }) => {
        const page = await open(belowBase(address), { size });
        const ended = page.evaluate(
          () => new Promise((scrolled) => document.addEventListener('scrollend', scrolled)),
        );
        await page.keyboard.press('End');
        await ended;
        expect(await page.evaluate(shifts)).toEqual([]);
        expect(await page.evaluate(belowWindow)).toBeLessThanOrEqual(NEAR);
      });

    for (const [address, ids] of PLACES.filter(([, { length }]) => length === 1))
      test(`${address} leads to its readings and back`, async ({ open }) => {
        const page = await open(`${belowBase(address)}#${ids[0] ?? ''}`, { size });
        const place = await readOn(page);
        await follow(page.getByRole('link', { name: t.nav.yomigana, exact: true }));
        await page.waitForURL(`**${urls.yomigana()}#*`);
        await expectOnMark(page);
        await page.goBack();
        await expectPlace(page, place);
        await page.goForward();
        await expectOnMark(page);
        await follow(page.getByRole('link', { name: t.yomigana.without, exact: true }));
        await page.waitForURL(`**${address}`);
      });

    if (LONG.includes(urls.calendar()))
      test('the home page leads to each month', async ({ open }) => {
        const page = await open('', { size });
        for (const month of [3, 9]) {
          await follow(page.locator(`main a[href$="#${monthId(month)}"]`));
          await page.waitForURL(`**#${monthId(month)}`);
          await expectOnMark(page);
          await page.goBack();
        }
      });
  });
