/** A wrong address leads to the page that it nearly is. */
import { t } from '#strings.ts';
import { belowBase, urls } from '#urls.ts';
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
