import { defineConfig } from 'vitest/config';
import { other } from './fixtures/other-plan.ts';
import { reporting, reportOf } from './reports.ts';
import { provesContent } from './unit/truth/source.ts';

const script = process.env.npm_lifecycle_event ?? 'vitest';

/** They prove the words of one plan, or need as many words as it has. */
const ofOnePlan = [
  'tests/unit/truth/**',
  'tests/unit/admin.test.ts',
  'tests/all/admin.test.ts',
  'tests/all/check.test.ts',
  'tests/all/large-plan.test.ts',
  'tests/all/browsers/**',
];
const exclude = (await provesContent()) ? [] : ofOnePlan;
if (exclude.length > 0)
  console.log(`Not run, as content/ is another plan than they prove: ${exclude.join(', ')}`);

/** The tests of properties are named `….property.test.ts`: the slow tests try many more cases. */
const setupFiles = 'tests/fixtures/fast-check.ts';

/** Files share the modules that they import (and the built site that some of these have parsed). */
const together = { isolate: false };

/** Tests run once more on the plan of another ward. */
const otherPlan = { env: other, globalSetup: 'tests/fixtures/other-plan.ts' };

export default defineConfig({
  test: {
    root: '.',
    passWithNoTests: exclude.length > 0,
    reporters: reporting ? ['default', ['json', { outputFile: reportOf(script) }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          ...together,
          include: ['tests/unit/**/*.test.ts'],
          exclude,
          setupFiles,
          // For a busy machine: nothing here waits.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'dist',
          ...together,
          include: ['tests/site/*.test.ts', 'tests/site/builds/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'other-plan',
          ...together,
          ...otherPlan,
          include: ['tests/site/*.test.ts', 'tests/site/other-plan/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['tests/site/servers/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['tests/all/*.test.ts'],
          exclude,
          setupFiles,
          fileParallelism: false,
          // For a busy machine: the build of a large plan is among them.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'slow-other-plan',
          ...otherPlan,
          include: ['tests/unit/**/*.test.ts', 'tests/site/servers/requests.test.ts'],
          setupFiles,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'slow-properties',
          env: { RUNS: '50000', SEED: process.env.SEED ?? 'random' },
          include: ['tests/unit/**/*.property.test.ts'],
          setupFiles,
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/all/browsers/*.test.ts'],
          exclude,
          globalSetup: 'tests/all/browsers/moved-site.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        test: {
          name: 'screen-reader',
          include: ['tests/all/screen-reader/*.test.ts'],
          // One reader has one desktop's keyboard.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
