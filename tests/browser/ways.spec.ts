/** From a wrong address to the page that it nearly is, and to the edition with readings and back. */
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { belowBase, fullId, urls } from '#urls.ts';
import { besideMark, shifts } from './measure.ts';
import { PLACES } from './places.ts';
import { expect, test } from './site.ts';

/** The pages with readings are not among the links of the page for wrong addresses. */
const [address = '', [id = ''] = []] =
  PLACES.find(([at, ids]) => ids.length === 1 && !at.startsWith(urls.yomigana())) ?? [];

for (const size of ['handset', 'desk'] as const)
  test(`a wrong address offers the page that it nearly is, on a ${size}`, async ({ open }) => {
    const wrong = belowBase(address).toUpperCase().replace(/\/$/, '）/');
    const page = await open(`${wrong}#${id}`, { size });
    expect(await page.evaluate(shifts)).toEqual([]);
    await page.locator('[data-near]').getByRole('link').click();
    await page.waitForURL(`**${address}#${id}`);
    expect(await page.evaluate(besideMark)).toBeLessThanOrEqual(2);
  });

test('an address that is near none offers none', async ({ open }) => {
  const page = await open('nothing-here/');
  await expect(page.getByText(t.notFound.lead)).toBeVisible();
  await expect(page.getByText(t.notFound.near)).toHaveCount(0);
});

const [section] = (await readPlan()).sections;
const back = { name: t.yomigana.without };
const path = section ? belowBase(urls.section(section)) : '';
const place = section ? fullId.section(section) : '';

test.describe('the edition with readings', () => {
  test.skip(!section, 'a plan without sections');

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
});
