import type { Page } from '@playwright/test';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { absolute, belowBase, urls } from '#urls.ts';
import { expect, test } from './site.ts';

const [pledge] = (await readPlan()).pledges;
if (!pledge) throw new Error('an empty plan');
const url = belowBase(urls.section(pledge.section));
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const block = (page: Page) => page.locator(`[id="${pledge.id}"]`);

test('a pledge gives its address by a button, and says so', async ({ open }) => {
  const page = await open(url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const button = block(page).getByRole('button', { name: t.copy.link(pledge.name) });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(block(page).getByRole('status').filter({ hasText: t.copy.done })).toBeVisible();
  expect(await clipboard(page)).toBe(`${page.url()}#${pledge.id}`);
});

test('a pledge gives its citation by a button', async ({ open }) => {
  const page = await open(url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await block(page).getByText(t.cite.heading, { exact: true }).click();
  await block(page)
    .getByRole('button', { name: t.copy.citation(pledge.name) })
    .click();
  await expect(block(page).getByText(t.copy.done)).toBeVisible();
  const text = await clipboard(page);
  for (const part of [pledge.name, pledge.section.name, absolute(urls.pledge(pledge))])
    expect(text).toContain(part);
});

test('a copy that is refused gives the address to copy by hand', async ({ open }) => {
  const page = await open(url);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  const button = block(page).getByRole('button', { name: t.copy.link(pledge.name) });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(block(page).getByText(t.copy.failed)).toContainText(`#${pledge.id}`);
});

test('without script the link is enough, and no button promises more', async ({ open }) => {
  const page = await open(url, { mode: 'no script' });
  await expect(block(page).getByRole('button')).toHaveCount(0);
  await block(page)
    .getByRole('link', { name: t.permalink(pledge.name) })
    .click();
  await expect(page).toHaveURL(new RegExp(`#${pledge.id}$`));
});
