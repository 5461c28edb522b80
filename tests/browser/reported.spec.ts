/** What readers of other public sites have reported, each as its smallest case. */
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { belowBase, urls } from '#urls.ts';
import { expect, test } from './site.ts';

const plan = await readPlan();
const activities = plan.programmes.flatMap((programme) => programme.activities);
/** One with a bracket, whose words are on every edition. */
const activity = activities.find(
  ({ text, programme }) => /[(（]/.test(text) && programme.corrections.length === 0,
);
const origin = () => `http://localhost:${process.env.SITE_PORT ?? ''}`;

test.describe('the words of an activity', () => {
  test.skip(!activity, 'no activity has brackets');
  const text = activity?.text ?? '';
  const editions = [
    ...(activity ? [urls.programme(activity.programme)] : []),
    ...[urls.programmes(), urls.full()],
  ];
  for (const url of editions)
    test(`are found by the browser's own search on ${url}, and by an address with their text`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 300 });
      await page.goto(`${origin()}${url}#:~:text=${encodeURIComponent(text)}`);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
      const isFound = await page.evaluate((words) => {
        getSelection()?.removeAllRanges();
        return (window as unknown as { find: (words: string) => boolean }).find(words);
      }, text);
      expect(isFound).toBe(true);
    });
});

test("the edition with readings: a word and its reading are found by the browser's own search", async ({
  open,
}) => {
  // Chromium's search does not go from one word with a reading to the next.
  const page = await open(belowBase(urls.yomigana()));
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('main ruby')].slice(0, 9).map((ruby) => {
      const { find } = window as unknown as { find: (words: string) => boolean };
      const [base, reading] = [ruby.firstChild, ruby.querySelector('rt')];
      return [base, reading].map((part) => {
        getSelection()?.removeAllRanges();
        return find(part?.textContent ?? '');
      });
    }),
  );
  expect(found.length).toBeGreaterThan(4);
  expect(found.flat()).not.toContain(false);
});

for (const missing of ['WebAssembly', 'Worker', 'localStorage', 'Segmenter'])
  test(`the search answers from the page in a browser without ${missing}`, async ({ page }) => {
    await page.addInitScript((name) => {
      const holder = name === 'Segmenter' ? Intl : window;
      Object.defineProperty(holder, name, { value: undefined, configurable: true });
    }, missing);
    const [programme] = plan.programmes;
    const title = programme?.title ?? plan.policy.title;
    await page.goto(`${origin()}${urls.search()}?q=${encodeURIComponent(title)}`);
    await expect(page.locator('#results > li > a').first()).toHaveText(title);
    await expect(page.locator('[data-part="none"]')).toBeHidden();
  });

test('no field makes a phone zoom: its letters have 16 px or more', async ({ open }) => {
  const page = await open(belowBase(urls.search()), { size: 'phone' });
  await page.getByText(t.find.filters, { exact: true }).click();
  const sizes = await page
    .locator('input, select')
    .evaluateAll((fields) =>
      fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
    );
  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
});
