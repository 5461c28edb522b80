import { defineConfig } from 'vitest/config';
import { reporting, reportOf } from './reports.ts';
import { provesContent } from './truth/source.ts';

const script = process.env.npm_lifecycle_event ?? 'vitest';

/** They prove the words of one plan, or need as many words as it has. */
const ofOnePlan = ['tests/truth/**', 'tests/servers/large-plan.test.ts', 'tests/browsers/**'];
const exclude = (await provesContent()) ? [] : ofOnePlan;
if (exclude.length > 0)
  console.log(`Not run, as content/ is another plan than they prove: ${exclude.join(', ')}`);

export default defineConfig({
  test: {
    root: '.',
    passWithNoTests: exclude.length > 0,
    reporters: reporting ? ['default', ['json', { outputFile: reportOf(script) }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'tests/unit/**/*.test.ts',
            'tests/truth/**/*.test.ts',
            'tests/architecture.test.ts',
          ],
          exclude,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'dist',
          include: ['tests/dist/**/*.test.ts'],
          // Some of them build the site again; Astro's working files take one build at a time.
          fileParallelism: false,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['tests/servers/**/*.test.ts'],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          exclude,
          globalSetup: 'tests/browsers/moved-site.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
