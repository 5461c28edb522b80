import type { Page } from '@playwright/test';
import { chaptersOf } from '#document/chapters.ts';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { belowBase, urls } from '#urls.ts';
import { expect, test } from './site.ts';

const plan = await readPlan();
const [pledge] = plan.pledges;
const activities = plan.programmes.flatMap((programme) => programme.activities);
if (!pledge) throw new Error('an empty plan');
const url = belowBase(urls.section(pledge.section));
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const block = (page: Page) => page.locator(`[id="${pledge.id}"]`);

/** The address of the pledge's own page, from a page of the site. */
const own = (page: Page) => new URL(urls.pledge(pledge), page.url()).href;

/** The block's own control, opened, and one of the buttons in it. */
async function button(page: Page, name: string) {
  await block(page).getByText(t.share.button, { exact: true }).click();
  return block(page).getByRole('button', { name });
}

test('a pledge gives its address by a button that says so for three seconds', async ({ open }) => {
  const page = await open(url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = await button(page, t.share.link);
  const buttons = block(page).getByRole('button');
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(buttons.first()).toHaveText(t.share.done);
  await expect(page.getByRole('status')).toHaveText(t.share.done);
  expect(await clipboard(page)).toBe(own(page));
  await expect(buttons.first()).toHaveText(t.share.link);
});

test('a pledge gives a card for another page, with its own words though the page was translated', async ({
  open,
}) => {
  const page = await open(url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = await button(page, t.share.card);
  // As a translator does: every text in two wrappers, with other words.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter(({ textContent }) => textContent?.trim())) {
      const font = () => document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
      const [outer, inner] = [font(), font()];
      inner.textContent = 'translated';
      outer.append(inner);
      text.parentNode?.replaceChild(outer, text);
    }
  });
  await copy.or(block(page).getByRole('button').last()).click();
  await expect(page.getByRole('status')).toHaveText(t.share.done);
  const shown = await clipboard(page);
  expect(shown).not.toMatch(/translated|<(?:script|style)|\bon\w+=/);
  expect(shown).toContain(`<a href="${own(page)}">`);
  for (const part of [...pledge.paragraphs, pledge.section.name]) expect(shown).toContain(part);
});

test('the page of a pledge gives a card of its words alone', async ({ open }) => {
  const page = await open(belowBase(urls.pledge(pledge)));
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText(t.share.button, { exact: true }).click();
  await page.getByRole('button', { name: t.share.card }).click();
  await expect(page.getByRole('status')).toHaveText(t.share.done);
  const words = pledge.paragraphs.map((text) => `<p>${text}</p>`).join('');
  expect(await clipboard(page)).toContain(`<blockquote cite="${page.url()}">${words}<footer>`);
});

test('Escape closes what a share button has opened, and leads back to it', async ({ open }) => {
  const page = await open(url);
  const copy = await button(page, t.share.link);
  await copy.focus();
  await page.keyboard.press('Escape');
  await expect(copy).toBeHidden();
  await expect(block(page).locator('summary')).toBeFocused();
});

test('a device that shares is given the address', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = (data) => {
      document.title = data?.url ?? '';
      return Promise.resolve();
    };
  });
  await page.goto(`http://localhost:${process.env.SITE_PORT ?? ''}${urls.pledge(pledge)}`);
  await page.getByText(t.share.button, { exact: true }).click();
  await page.getByRole('button', { name: t.share.send }).click();
  await expect(page).toHaveTitle(page.url());
});

test('without script the link is enough, and no button promises more', async ({ open }) => {
  const page = await open(url, { mode: 'no script' });
  await block(page).getByText(t.share.button, { exact: true }).click();
  await expect(block(page).getByRole('button')).toHaveCount(0);
  await block(page).locator('share-panel').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`${urls.pledge(pledge)}$`));
});

/** What a reader pastes who copies all of a page: as plain text, and as HTML. */
async function copyPage(page: Page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { text: await textOf('text/plain'), html: await textOf('text/html') };
  });
}

test('a copied section is its words, without what they are pressed and cited with', async ({
  open,
}) => {
  const { text } = await copyPage(await open(url));
  for (const { paragraphs } of pledge.section.pledges)
    for (const paragraph of paragraphs) expect(text).toContain(paragraph);
  for (const control of [t.share.button, t.share.link, t.skip, t.nav.yomigana, t.home])
    expect(text.split('\n')).not.toContain(control);
});

test('a copied list has each activity once, and no number by itself', async ({ open }) => {
  for (const address of [urls.programmes(), urls.calendar()]) {
    const { text } = await copyPage(await open(belowBase(address)));
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines.filter((line) => /^\d+$/.test(line))).toEqual([]);
    for (const { schedules } of activities)
      for (const { printed } of schedules) expect(lines).not.toContain(printed);
    for (const activity of activities) expect(text).toContain(activity.text);
  }
});

test('a copied table is a table: a row a line, a mark a cell', async ({ open }) => {
  const { text, html } = await copyPage(await open(belowBase(urls.calendar())));
  const rows = text.split('\n').filter((line) => line.includes('\t'));
  const activity = activities.find(({ timing }) => timing === 'months');
  const row = rows.find((line) => line.startsWith(activity?.text ?? '')) ?? '';
  const cells = row.split('\t').slice(1);
  expect(cells).toHaveLength(12);
  expect(cells.filter((cell) => cell !== '')).toHaveLength(activity?.months.length ?? 0);
  expect(text).not.toMatch(/[●○△◇]\d+月/);
  expect(html).toMatch(/<table/);
});

test('copies the words of the page of readings without the readings', async ({ open }) => {
  const words = Object.keys(plan.readings.words).length;
  test.skip(words === 0, 'the plan has no readings');
  const [, chapter] = chaptersOf(plan);
  const page = await open(belowBase(urls.yomiganaChapter(chapter?.id ?? '')));
  const copied = await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('main') as Element);
    return getSelection()?.toString() ?? '';
  });
  const readings = await page.locator('rt').allTextContents();
  expect(readings.length).toBeGreaterThan(Math.min(words, 50));
  const long = readings.filter((reading) => reading.length > 5);
  expect(long.filter((reading) => copied.includes(reading))).toEqual([]);
});
