/** From a page to the edition with readings, to the same place there, and back. */
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { urls } from '#urls.ts';
import { expect, test } from './site.ts';

const [section] = (await readPlan()).sections;
const back = { name: t.yomigana.without };

test.skip(!section, 'a plan without sections');
const path = section ? urls.section(section).slice(urls.home().length) : '';

test('leads to the same place of the whole text after a step within it', async ({ open }) => {
  const page = await open(path);
  await page.getByRole('link', { name: t.nav.yomigana, exact: true }).click();
  await page.locator('.document-toc a').last().click();
  const { hash } = new URL(page.url());
  await page.getByRole('link', back).click();
  await expect(page).toHaveURL(new RegExp(`/full/${hash}$`));
});

test('leads to the whole text without script', async ({ open }) => {
  const page = await open('yomigana/', { mode: 'no script' });
  await expect(page.getByRole('link', back)).toHaveAttribute('href', urls.full());
});
