/**
 * What holds of every page, and in every mode of one page of each kind. The tests of a page run in
 * order in one window, which loads it once; printing comes last, as it spends the page's colours.
 */
import { provesContent } from '../unit/truth/source.ts';
import { expectNoViolations } from './axe.ts';
import {
  clipped,
  linesOfMain,
  lostFocus,
  shifts,
  sidewaysBy,
  smallTargets,
  spaced,
} from './measure.ts';
import { printOut } from './paper.ts';
import { expect, kinds, pages, sizes, test, thorough } from './site.ts';
import { beyondEdge, overprinted, tornBlocks, tornHeadings } from './torn.ts';

/** Where the last sheet begins hangs on how many words a plan has. */
const measured = await provesContent();

for (const url of pages)
  test.describe(`/${url}`, () => {
    test.describe.configure({ mode: 'default' });

    if (kinds.has(url))
      test('moves nothing once it is shown, desk', { tag: '@steady' }, async ({ open }) => {
        expect(await (await open(url)).evaluate(shifts)).toEqual([]);
      });

    test('moves nothing once it is shown', { tag: '@steady' }, async ({ show }) => {
      const page = await show(url, { size: 'phone' });
      expect(await page.evaluate(shifts)).toEqual([]);
    });

    if (kinds.has(url))
      test('begins with a link to its words', { tag: '@keyboard' }, async ({ show }) => {
        const page = await show(url);
        await page.keyboard.press('Tab');
        const skip = page.locator(':focus');
        await expect(skip).toHaveAttribute('href', '#main');
        await expect(skip).toBeInViewport({ ratio: 1 });
        expect(await skip.evaluate((link) => getComputedStyle(link).clipPath)).toBe('none');

        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/#main$/);
        // The mark of what an address names is not for all of the page.
        await expect(page.locator('main')).toHaveCSS('box-shadow', 'none');
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

    test('axe finds nothing', { tag: '@axe' }, async ({ show }) => {
      // A page of a kind has the colours and the layouts of its kind.
      const isKind = kinds.has(url);
      const at = thorough ? (['phone', 'tablet', 'desk'] as const) : (['phone', 'desk'] as const);
      await expectNoViolations(await show(url), isKind ? at : ['phone'], {
        rules: isKind ? 'all' : 'but colours',
      });
    });

    test('the focus is always seen', { tag: '@keyboard' }, async ({ show }) => {
      const page = await show(url, { size: 'phone' });
      await page.keyboard.press('Tab');
      expect(await page.evaluate(lostFocus)).toEqual([]);
    });

    if (kinds.has(url)) {
      test('needs no sideways scrolling at 320 px', { tag: '@layout' }, async ({ show }) => {
        const page = await show(url, { size: 'narrow' });
        expect(await page.evaluate(sidewaysBy)).toBe(0);
      });

      test('has targets of 44 px', { tag: '@layout' }, async ({ show }) => {
        for (const size of ['phone', 'desk'] as const) {
          const page = await show(url, { size });
          expect(await page.evaluate(smallTargets), size).toEqual([]);
        }
      });

      test(
        'keeps its words whole with wider text spacing',
        { tag: '@layout' },
        async ({ show }) => {
          const page = await show(url);
          await page.evaluate(spaced, true);
          for (const size of ['narrow', 'desk'] as const) {
            await page.setViewportSize(sizes[size]);
            expect(await page.evaluate(clipped), size).toEqual([]);
            expect(await page.evaluate(sidewaysBy), size).toBe(0);
          }
          await page.evaluate(spaced, false);
        },
      );

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

      test('the focus is always seen, forced colours', { tag: '@keyboard' }, async ({ show }) => {
        const page = await show(url, { mode: 'forced colours', size: 'phone' });
        await page.keyboard.press('Tab');
        expect(await page.evaluate(lostFocus)).toEqual([]);
      });

      test('says the same without script', { tag: '@no-script' }, async ({ show }) => {
        const scripted = await (await show(url)).evaluate(linesOfMain);
        const plain = await (await show(url, { mode: 'no script' })).evaluate(linesOfMain);
        expect(plain.length).toBeGreaterThan(0);
        expect(scripted.filter((line) => !plain.includes(line))).toEqual([]);
      });
    }

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
