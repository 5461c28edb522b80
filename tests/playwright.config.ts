import { defineConfig } from '@playwright/test';
import { launchOptions } from './tools.ts';
import { reporting, reportOf } from './reports.ts';

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  // axe needs seconds for a page of some thousand elements, on a busy machine many.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: '100%',
  // What `npm run test:all` tries besides.
  ...(process.env.TEST_ALL === undefined && { grepInvert: /@all/ }),
  forbidOnly: process.env.CI !== undefined,
  reporter: reporting
    ? [['list'], ['json', { outputFile: `../${reportOf('test:e2e')}` }]]
    : [['list']],
  use: {
    launchOptions: launchOptions(),
  },
  webServer: {
    command: 'node node_modules/astro/bin/astro.mjs preview',
    cwd: '..',
    // It takes a free port and says it: site.ts reads SITE_PORT.
    env: { PORT: '0' },
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)/ },
  },
});
