import axe from 'axe-core';
import { expect, modes, pages, sizes, test } from './site.ts';

const values = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22aa'],
  'best-practice',
];

for (const mode of modes.filter((name) => name !== 'print'))
  for (const url of pages)
    test(`${mode}: axe finds nothing on /${url}`, async ({ open }) => {
      const page = await open(url, mode);
      await page.evaluate(axe.source);
      for (const size of ['phone', 'tablet', 'desk'] as const) {
        await page.setViewportSize(sizes[size]);
        const { violations, passed } = await page.evaluate(async (tags) => {
          const { run } = (window as unknown as { axe: typeof axe }).axe;
          const results = await run(document, {
            runOnly: { type: 'tag', values: tags },
            resultTypes: ['violations'],
          });
          const said = results.violations.flatMap(({ id, nodes }) =>
            nodes.map(
              ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`,
            ),
          );
          return { violations: said, passed: results.passes.length };
        }, values);
        expect(violations, size).toEqual([]);
        expect(passed).toBeGreaterThan(10);
      }
    });
