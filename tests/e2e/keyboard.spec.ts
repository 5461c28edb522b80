import { lostFocus } from './measure.ts';
import { expect, pages, test } from './site.ts';

for (const url of pages)
  test(`/${url} begins with a link to its words`, async ({ open }) => {
    const page = await open(url);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    await expect(skip).toHaveAttribute('href', '#main');
    await expect(skip).toBeInViewport({ ratio: 1 });
    expect(await skip.evaluate((link) => getComputedStyle(link).clipPath)).toBe('none');

    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    // The next stop is in the words, or behind them where they hold no link.
    await page.keyboard.press('Tab');
    const before = await page.evaluate(() => {
      const main = document.querySelector('main');
      const at = document.activeElement;
      if (!main || !at || at === document.body) return false;
      return Boolean(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING);
    });
    expect(before).toBe(false);
  });

for (const mode of ['light', 'forced colours'] as const)
  for (const url of pages)
    test(`${mode}: the focus is always seen on /${url}`, async ({ open }) => {
      const page = await open(url, mode, 'phone');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(lostFocus)).toEqual([]);
    });

test('the tab key reaches every control of the home page in its order, and leaves it', async ({
  open,
}) => {
  const page = await open('');
  const controls = page.locator(
    'a[href]:visible, button:visible, input:visible, select:visible, summary:visible',
  );
  const count = await controls.count();
  for (let index = 0; index < count; index++) {
    await page.keyboard.press('Tab');
    await expect(controls.nth(index)).toBeFocused();
  }
});
