/** From a page to the edition with readings, to the same place there, and back. */
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { fullId, urls } from '#urls.ts';
import { expect, test } from './site.ts';

const [section] = (await readPlan()).sections;
const back = { name: t.yomigana.without };

test.skip(!section, 'a plan without sections');
const path = section ? urls.section(section).slice(urls.home().length) : '';
const place = section ? fullId.section(section) : '';

test('leads back to the page that it was asked for from', async ({ open }) => {
  const page = await open(path);
  await page.getByRole('link', { name: t.nav.yomigana, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/yomigana/${place}/$`));
  await page.getByRole('link', back).click();
  await expect(page).toHaveURL(new RegExp(`/${path}$`));
});

test('leads to the same place of the whole text after a step within it', async ({ open }) => {
  const page = await open(path);
  await page.getByRole('link', { name: t.nav.yomigana, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/yomigana/${place}/$`));
  await page.waitForLoadState();
  await page.evaluate(() => {
    location.hash = document.querySelector('main section section')?.id ?? '';
  });
  const { hash } = new URL(page.url());
  await page.getByRole('link', back).click();
  await expect(page).toHaveURL(new RegExp(`/full/${hash}$`));
});

test('leads from a place of the whole text to the same with readings, and back', async ({
  open,
}) => {
  const page = await open(`full/#${place}`);
  await page.getByRole('link', { name: t.nav.yomigana, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/yomigana/${place}/$`));
  await page.getByRole('link', back).click();
  await expect(page).toHaveURL(new RegExp(`/full/#${place}$`));
});

test('leads to the whole text without script', async ({ open }) => {
  const page = await open('yomigana/', { mode: 'no script' });
  await expect(page.getByRole('link', back)).toHaveAttribute('href', urls.full());
});
