import { defineConfig } from 'vitest/config';
import { other } from './fixtures/other-plan.ts';
import { provesContent } from './unit/truth/source.ts';

/** They prove the words of one plan, or need as many words as it has. */
const ofOnePlan = [
  'tests/unit/truth/**',
  'tests/unit/admin.test.ts',
  'tests/all/admin.test.ts',
  'tests/all/large-plan.test.ts',
  'tests/all/browsers/**',
];
const exclude = (await provesContent()) ? [] : ofOnePlan;
if (exclude.length > 0)
  console.log(`Not run, as content/ is another plan than they prove: ${exclude.join(', ')}`);

/** What nginx sends is tried on the other plan, which is below a path, by `npm run test:all` alone. */
const requests = process.env.TEST_ALL ? ['tests/site/servers/requests.test.ts'] : [];

/** No test waits for a time: the limit only ends a run that hangs, on however busy a machine. */
const LIMIT = 900_000;

export default defineConfig({
  test: {
    root: '.',
    exclude,
    passWithNoTests: exclude.length > 0,
    setupFiles: 'tests/fixtures/fast-check.ts',
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    expect: { poll: { timeout: LIMIT / 3 } },
    // Files share the modules that they import, and the built site that some of them have parsed.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/{,builds/,servers/}*.test.ts'],
          globalSetup: 'tests/tools.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'site-of-another-plan',
          env: other,
          include: ['tests/site/{,other-plan/}*.test.ts', ...requests],
          globalSetup: 'tests/fixtures/other-plan.ts',
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'all',
          include: ['tests/all/**/*.test.ts'],
          globalSetup: 'tests/tools.ts',
          // Builds take the whole machine, and a screen reader the desktop's one keyboard.
          fileParallelism: false,
        },
      },
    ],
  },
});
