import { defineConfig } from 'vitest/config';
import { reporting, reportOf } from './reports.ts';

const script = process.env.npm_lifecycle_event ?? 'vitest';

export default defineConfig({
  test: {
    root: '.',
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browsers',
          include: ['tests/browsers/**/*.test.ts'],
          globalSetup: 'tests/browsers/moved-site.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
