/**
 * The ways of readers in Chromium; tests/all/browsers/ tries them in Firefox and WebKit. And a page that
 * comes in pieces, as over a slow line.
 */
import { expect, test as base } from '@playwright/test';
import { BASE } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { startPlainServer, type Faults } from '../site/servers/plain-server.ts';
import { provesContent } from '../unit/truth/source.ts';
import { journeys } from './journeys.ts';
import { shifts } from './measure.ts';
import { kinds, sizes } from './site.ts';
import { chromiumTab, type Open } from './tab.ts';

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
    const tab = chromiumTab(page);
    const open: Open = async (address, width) => {
      await tab.open(server.origin + address, width);
      return tab;
    };
    await go(open, server.faults);
  });

/** Where a page pauses: in its menu, its search box, its trail and the words that follow. */
const PAUSES = [
  'class="menu">',
  '<button type="submit">',
  '<li aria-current="page">',
  'class="row">',
];
const looked = [...kinds].filter((url) => url === '' || url.startsWith('programmes/'));

for (const size of ['phone', 'desk'] as const)
  test(`a page that comes in pieces moves nothing of what is seen, ${size}`, async ({
    page,
    server: { origin, faults },
  }) => {
    await page.setViewportSize(sizes[size]);
    const moved: string[] = [];
    for (const url of looked)
      for (faults.pause of PAUSES) {
        await page.goto(`${origin}${BASE}${url}`);
        const found = await page.evaluate(shifts);
        moved.push(...found.map((what) => `/${url} ${faults.pause ?? ''}: ${what}`));
      }
    faults.pause = undefined;
    expect(moved).toEqual([]);
  });
