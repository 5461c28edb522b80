/** A page that comes in pieces, as over a slow line, moves nothing of what is already seen. */
import { BASE } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { startPlainServer, type Faults } from '../site/servers/plain-server.ts';
import { shifts } from './measure.ts';
import { expect, kinds, sizes, test } from './site.ts';

/** Where a page pauses: in its menu, its search box, its trail and the words that follow. */
const PAUSES = [
  'class="menu">',
  '<button type="submit">',
  '<li aria-current="page">',
  'class="row">',
];
const looked = [...kinds].filter((url) => url === '' || url.startsWith('programmes/'));

for (const size of ['phone', 'desk'] as const)
  test(`moves nothing while it comes, ${size}`, { tag: '@steady' }, async ({ page }) => {
    const faults: Faults = {};
    const server = await startPlainServer(DIST, BASE, faults);
    await page.setViewportSize(sizes[size]);
    const moved: string[] = [];
    for (const url of looked)
      for (faults.pause of PAUSES) {
        await page.goto(`${server.origin}${BASE}${url}`);
        const found = await page.evaluate(shifts);
        moved.push(...found.map((what) => `/${url} ${faults.pause ?? ''}: ${what}`));
      }
    await server.stop();
    expect(moved).toEqual([]);
  });
