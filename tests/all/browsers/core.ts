/** The core of the browser tests, for a browser that Playwright does not drive. */
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { BASE } from '#urls.ts';
import { DIST, kindsOfPages } from '../../dist-folder.ts';
import { startNginx } from '../../site/servers/nginx.ts';
import { startPlainServer, type Faults } from '../../site/servers/plain-server.ts';
import { hasNginx, hasPackages } from '../../tools.ts';
import { copying } from './copying.ts';
import { keyboard } from './keyboard.ts';
import { landing } from './landing.ts';
import { losing } from './losing.ts';
import { moving } from './moving.ts';
import { pages } from './pages.ts';
import { search } from './search.ts';
import type { Browser, Mode, Tab } from './tab.ts';

/** Shows an address, in the one window of its mode. */
export type Open = (address: string, look?: { mode?: Mode; width?: number }) => Promise<Tab>;

export const kinds = kindsOfPages();

/** With the headers that the site asks for, where the machine has the server for it. */
const start = (dist: string) => (hasNginx() ? startNginx({ dist }) : startPlainServer(dist, BASE));

export function core(browser: Browser): void {
  describe.skipIf(!hasPackages(...browser.packages))(`in ${browser.name}`, () => {
    const tabs = new Map<Mode, Promise<Tab>>();
    let servers: Record<'own' | 'moved' | 'losing', Awaited<ReturnType<typeof start>>>;
    const faults: Faults = {};
    beforeAll(async () => {
      servers = {
        own: await start(DIST),
        moved: await start(inject('movedSite')),
        losing: await startPlainServer(DIST, BASE, faults),
      };
    });
    afterAll(async () => {
      for (const server of Object.values(servers)) await server.stop();
      await Promise.all(Array.from(tabs.values(), async (tab) => (await tab).close()));
    });
    const opens =
      (site: keyof typeof servers): Open =>
      async (address, { mode = 'light', width } = {}) => {
        const started = tabs.get(mode) ?? browser.start(mode);
        tabs.set(mode, started);
        const tab = await started;
        await tab.open(servers[site].origin + address, width);
        return tab;
      };
    landing(opens('own'));
    pages(opens('own'));
    keyboard(opens('own'));
    search(opens('own'));
    copying(opens('own'));
    moving(opens('moved'));
    losing(opens('losing'), faults);
  });
}
