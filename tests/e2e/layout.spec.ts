import { clipped, sidewaysBy, smallTargets } from './measure.ts';
import { expect, pages, sizes, test } from './site.ts';

for (const url of pages) {
  test(`/${url} needs no sideways scrolling at 320 px`, async ({ open }) => {
    const page = await open(url, 'light', 'narrow');
    expect(await page.evaluate(sidewaysBy)).toBe(0);
  });

  test(`/${url} keeps its words whole with wider text spacing`, async ({ open }) => {
    const page = await open(url);
    await page.evaluate(() => {
      // As WCAG 1.4.12 has it. Set by script, since a page's policy may allow no added style.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    for (const size of ['narrow', 'desk'] as const) {
      await page.setViewportSize(sizes[size]);
      expect(await page.evaluate(clipped), size).toEqual([]);
      expect(await page.evaluate(sidewaysBy), size).toBe(0);
    }
  });

  test(`/${url} has targets of 44 px`, async ({ open }) => {
    const page = await open(url);
    for (const size of ['phone', 'desk'] as const) {
      await page.setViewportSize(sizes[size]);
      expect(await page.evaluate(smallTargets), size).toEqual([]);
    }
  });
}
