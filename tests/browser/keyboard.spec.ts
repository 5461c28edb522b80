import { expect, test } from './site.ts';

test(
  'the tab key reaches every control of the home page in its order, and leaves it',
  {
    tag: '@keyboard',
  },
  async ({ open }) => {
    const page = await open('');
    const controls = page.locator(
      'a[href]:visible, button:visible, input:visible, select:visible, summary:visible',
    );
    const count = await controls.count();
    for (let index = 0; index < count; index++) {
      await page.keyboard.press('Tab');
      await expect(controls.nth(index)).toBeFocused();
    }
  },
);
