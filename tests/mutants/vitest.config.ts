/** The tests that `npm run mutants` runs on each mutant: the quick ones of what is mutated. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/unit/{calendar,link}.test.ts',
      'tests/unit/schedule/*.test.ts',
      'tests/unit/search/*.test.ts',
    ],
    setupFiles: 'tests/fixtures/fast-check.ts',
  },
});
