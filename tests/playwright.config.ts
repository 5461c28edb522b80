import { defineConfig } from '@playwright/test';
import { launchOptions, needChromium } from './tools.ts';

// Its workers read this file, too.
if (process.env.TEST_WORKER_INDEX === undefined) needChromium();

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  // No test waits for a time: the limits only end what hangs, on however busy a machine.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  maxFailures: 5,
  workers: '100%',
  // What `npm run test:all` tries besides.
  ...(process.env.TEST_ALL === undefined && { grepInvert: /@all/ }),
  forbidOnly: process.env.CI !== undefined,
  reporter: [['dot'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    launchOptions: launchOptions(),
    actionTimeout: 90_000,
    navigationTimeout: 180_000,
  },
  webServer: {
    command: 'node node_modules/astro/bin/astro.mjs preview',
    cwd: '..',
    // It takes a free port and says it: the tests read SITE_PORT.
    env: { PORT: '0' },
    timeout: 900_000,
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)/ },
  },
});
