import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';
import { sizes, thorough } from './site.ts';

const tags = [
  ...['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22aa'],
  'best-practice',
];
/** Three quarters of axe's time: with TEST_ALL judged at each size, else on the phone alone. */
const colours = ['color-contrast', 'color-contrast-enhanced'];

/** Expects that axe finds nothing on a page that is shown, at any of these sizes. */
export async function expectNoViolations(
  page: Page,
  at: readonly (keyof typeof sizes)[],
  { rules = 'all' }: { rules?: 'all' | 'colours' | 'but colours' } = {},
) {
  await page.evaluate(axe.source);
  for (const size of at) {
    await page.setViewportSize(sizes[size]);
    const judgeColours = rules !== 'but colours' && (size === 'phone' || thorough);
    const { violations, passed } = await page.evaluate(
      async ({ runOnly, without }) => {
        const { run } = (window as unknown as { axe: typeof axe }).axe;
        const results = await run(document, {
          runOnly,
          rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'],
        });
        const found = results.violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`,
          ),
        );
        return { violations: found, passed: results.passes.length };
      },
      {
        runOnly: rules === 'colours' ? colours : tags,
        without: judgeColours ? [] : colours,
      },
    );
    expect(violations, size).toEqual([]);
    expect(passed).toBeGreaterThan(rules === 'colours' ? 0 : 10);
  }
}
