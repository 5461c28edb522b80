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
          // One of them builds the site a second time, below a sub-path.
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
