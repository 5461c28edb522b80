import { expect, pages, sizes, test } from './site.ts';

for (const url of pages)
  test(`/${url} moves nothing once it is shown`, async ({ open }) => {
    for (const size of ['phone', 'desk'] as const satisfies (keyof typeof sizes)[]) {
      const page = await open(url, 'light', size);
      const moved = await page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const found: string[] = [];
            const named = (node: Node | null) =>
              `${node?.nodeName ?? ''} ${(node?.textContent ?? '').trim().slice(0, 30)}`;
            new PerformanceObserver((list) => {
              for (const shift of list.getEntries() as (PerformanceEntry & {
                sources: { node: Node | null }[];
              })[])
                found.push(...shift.sources.map(({ node }) => named(node)));
            }).observe({ type: 'layout-shift', buffered: true });
            // Long enough for the page's scripts, which come from the same machine.
            setTimeout(() => {
              resolve(found);
            }, 400);
          }),
      );
      expect(moved, size).toEqual([]);
    }
  });
