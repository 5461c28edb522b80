/** The ways of readers in Chromium; tests/all/browsers/ tries them in Firefox and WebKit. */
import { test as base } from '@playwright/test';
import { BASE } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { startPlainServer, type Faults } from '../site/servers/plain-server.ts';
import { provesContent } from '../unit/truth/source.ts';
import { journeys } from './journeys.ts';
import { tabOf, type Open } from './tab.ts';

const test = base.extend<object, { server: { origin: string; faults: Faults } }>({
  server: [
    async ({}, use) => {
      const faults: Faults = {};
      const { origin, stop } = await startPlainServer(DIST, BASE, faults);
      await use({ origin, faults });
      await stop();
    },
    { scope: 'worker' },
  ],
});

const proves = await provesContent();
for (const { name, go } of journeys)
  test(name, async ({ page, server }) => {
    test.skip(!proves, 'it asks for words of the first plan');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const tab = tabOf(page);
    const open: Open = async (address, width) => {
      await tab.open(server.origin + address, width);
      return tab;
    };
    await go(open, server.faults);
  });
