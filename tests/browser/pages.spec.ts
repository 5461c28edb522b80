/**
 * What axe says of every page, and in every mode what holds of one page of each kind (of every page with
 * `npm run test:all`). The tests of a page run in order in one window, which loads it once; printing
 * comes last, as it spends the page's colours. The tags are those that `CHECKS` of
 * src/model/criteria.ts counts.
 */
import { provesContent } from '../unit/truth/source.ts';
import { expectNoViolations } from './axe.ts';
import * as measure from './measure.ts';
import { printOut } from './paper.ts';
import { expect, kinds, pages, sizes, test, thorough } from './site.ts';
import { beyondEdge, overprinted, tornBlocks, tornHeadings } from './torn.ts';

/** Where the last sheet begins hangs on how many words a plan has. */
const measured = await provesContent();

test(
  'a page that is looked at without script runs none',
  { tag: '@no-script' },
  async ({ open }) => {
    const page = await open('', { mode: 'no script' });
    const body =
      '<p>before</p><noscript><p>within</p></noscript><script>document.body.append("ran")</script>';
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
    await open('', { mode: 'no script' });
    expect(await page.evaluate(() => document.body.innerText)).toBe('before\n\nwithin');
    await page.unrouteAll();
  },
);

for (const url of pages)
  test.describe(`/${url}`, () => {
    test.describe.configure({ mode: 'default' });
    const isKind = kinds.has(url);

    test('axe finds nothing', { tag: '@axe' }, async ({ show }) => {
      // A page of a kind has the colours and the layouts of its kind.
      const at = thorough ? (['phone', 'tablet', 'desk'] as const) : (['phone', 'desk'] as const);
      await expectNoViolations(await show(url), isKind ? at : ['phone'], {
        rules: isKind ? 'all' : 'but colours',
      });
    });

    if (!isKind) return;

    test('moves nothing once it is shown, desk', async ({ open }) => {
      expect(await (await open(url)).evaluate(measure.shifts)).toEqual([]);
    });

    test(
      'is gone through by the tab key in its order, and left',
      { tag: '@keyboard' },
      async ({ open }) => {
        const page = await open(url);
        const count = await page.evaluate(measure.followFocus);
        expect(count).toBeGreaterThan(5);
        for (let stop = 0; stop <= count; stop += 1) await page.keyboard.press('Tab');
        const { order, isLeft } = await page.evaluate(measure.followedFocus);
        expect(order).toEqual(Array.from({ length: count }, (_, index) => index));
        expect(isLeft).toBe(true);
      },
    );

    test('begins with a link to its words', { tag: '@keyboard' }, async ({ open }) => {
      const page = await open(url);
      await page.keyboard.press('Tab');
      const skip = page.locator(':focus');
      await expect(skip).toHaveAttribute('href', '#main');
      await expect(skip).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/#main$/);
      // The mark of what an address names is not for all of the page.
      await expect(page.locator('main')).toHaveCSS('box-shadow', 'none');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(measure.isBeforeMain)).toBe(false);
    });

    test('moves nothing once it is shown', async ({ show }) => {
      const page = await show(url, { size: 'phone' });
      expect(await page.evaluate(measure.shifts)).toEqual([]);
    });

    test(
      'shows the focus wherever it is, which changes nothing',
      { tag: '@keyboard' },
      async ({ show }) => {
        const page = await show(url, { size: 'phone' });
        const context = () => page.evaluate(() => [location.href, document.title, scrollX]);
        const before = await context();
        await page.keyboard.press('Tab');
        expect(await page.evaluate(measure.lostFocus)).toEqual([]);
        expect(await context()).toEqual(before);
        expect(page.context().pages()).toHaveLength(1);
      },
    );

    test('leads nowhere when a field is changed', { tag: '@keyboard' }, async ({ open }) => {
      const page = await open(url);
      const context = () =>
        page.evaluate(() => [location.pathname, document.querySelector('h1')?.textContent]);
      const before = await context();
      for (const field of await page.locator('input:visible, select:visible').all()) {
        const type = await field.getAttribute('type');
        if (type === 'radio' || type === 'checkbox') await field.check();
        else if (type) await field.fill('区');
        else await field.selectOption({ index: 1 });
        await field.focus();
      }
      await page.evaluate(measure.shifts);
      expect(await context()).toEqual(before);
    });

    test(
      'needs no sideways scrolling at 320 px, nor with letters twice as large',
      {
        tag: '@layout',
      },
      async ({ show }) => {
        const page = await show(url, { size: 'narrow' });
        expect(await page.evaluate(measure.sidewaysBy)).toBe(0);
        expect(await page.evaluate(measure.outOfOrder)).toEqual([]);
        await page.evaluate(measure.enlarged, '200%');
        for (const size of ['handset', 'desk'] as const) {
          await page.setViewportSize(sizes[size]);
          expect.soft(await page.evaluate(measure.sidewaysBy), size).toBe(0);
          expect.soft(await page.evaluate(measure.clipped), size).toEqual([]);
        }
        await page.evaluate(measure.enlarged, '');
      },
    );

    test('has targets of 44 px', { tag: '@layout' }, async ({ show }) => {
      for (const size of ['phone', 'desk'] as const) {
        const page = await show(url, { size });
        expect(await page.evaluate(measure.smallTargets), size).toEqual([]);
      }
    });

    test('keeps its words whole with wider text spacing', { tag: '@layout' }, async ({ show }) => {
      const page = await show(url);
      await page.evaluate(measure.spaced, true);
      for (const size of ['narrow', 'desk'] as const) {
        await page.setViewportSize(sizes[size]);
        expect(await page.evaluate(measure.clipped), size).toEqual([]);
        expect(await page.evaluate(measure.sidewaysBy), size).toBe(0);
      }
      await page.evaluate(measure.spaced, false);
    });

    for (const mode of ['dark', 'forced colours'] as const)
      test(`axe finds nothing, ${mode}`, { tag: '@axe' }, async ({ show }) => {
        // The same elements in other colours.
        await expectNoViolations(await show(url, { mode }), ['phone'], { rules: 'colours' });
      });

    // The elements are those of the file, which html.test.ts judges.
    test('axe finds nothing, no script', { tag: ['@axe', '@all'] }, async ({ show }) => {
      const page = await show(url, { mode: 'no script' });
      await expectNoViolations(page, ['phone'], { rules: 'but colours' });
    });

    test('shows the focus in forced colours', { tag: '@keyboard' }, async ({ show }) => {
      const page = await show(url, { mode: 'forced colours', size: 'phone' });
      await page.keyboard.press('Tab');
      expect(await page.evaluate(measure.lostFocus)).toEqual([]);
    });

    test('says the same without script', { tag: '@no-script' }, async ({ show }) => {
      const scripted = await (await show(url)).evaluate(measure.linesOfMain);
      const plain = await (await show(url, { mode: 'no script' })).evaluate(measure.linesOfMain);
      expect(plain.length).toBeGreaterThan(0);
      expect(scripted.filter((line) => !plain.includes(line))).toEqual([]);
    });

    test(
      'prints whole, with its address and without its navigation',
      { tag: '@print' },
      async ({ show }) => {
        const page = await show(url, { mode: 'print' });
        const address = await page.locator('link[rel=canonical]').getAttribute('href');
        const paper = await printOut(page);
        const words = paper.sheets.flatMap((sheet) => sheet.words.map(({ text }) => text));
        expect(words.join('')).toContain(address);
        const text = paper.elements.find(({ tag }) => tag === 'main')?.runs.at(-1);
        if (measured)
          expect
            .soft(text?.sheet, 'the last sheet holds more than the address')
            .toBe(paper.sheets.length);
        const navigation = paper.elements.filter((element) => element.navigation);
        expect.soft(navigation.map(({ name }) => name)).toEqual([]);
        expect.soft(paper.lost, 'words that no sheet shows').toEqual([]);
        expect.soft(tornHeadings(paper), 'headings left behind by their text').toEqual([]);
        expect.soft(tornBlocks(paper), 'blocks torn').toEqual([]);
        expect.soft(overprinted(paper), 'words over words').toEqual([]);
        expect.soft(beyondEdge(paper), 'words beyond the edge').toEqual([]);
      },
    );
  });
