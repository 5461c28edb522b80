/** The tests that `npm run mutants` runs on each mutant: the quick ones of what is mutated. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/unit/{calendar,link}.test.ts',
      'tests/unit/schedule/*.test.ts',
      'tests/unit/search/*.test.ts',
    ],
    // Of the judged questions one in five: each mutant is asked them.
    env: { SAMPLE: '5' },
    testTimeout: 60_000,
    setupFiles: 'tests/fixtures/fast-check.ts',
  },
});
