import { defineConfig } from '@playwright/test';
import { launchOptions } from './browser.ts';
import { reporting, reportOf } from './reports.ts';
import { BASE } from '#urls.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: reporting
    ? [['list'], ['json', { outputFile: `../${reportOf('test:e2e')}` }]]
    : [['list']],
  use: {
    // The server takes a free port and says it: see `wait`.
    baseURL: `http://localhost:${process.env.SITE_PORT ?? '0'}${BASE}`,
    locale: 'ja-JP',
    launchOptions: launchOptions(),
  },
  webServer: {
    command: 'node src/commands/serve.ts',
    cwd: '..',
    env: { PORT: '0' },
    wait: { stdout: /http:\/\/localhost:(?<site_port>\d+)/ },
  },
});
