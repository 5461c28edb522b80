/** Firefox and WebKit: the ways of readers through the site, and that every kind of page can be read. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, to, urls } from '#urls.ts';
import { journeys } from '../../browser/journeys.ts';
import * as measure from '../../browser/measure.ts';
import { NARROW, soon, WIDE, type Mode, type Open, type Tab } from '../../browser/tab.ts';
import { addressOf, DIST, kindsOfPages } from '../../dist-folder.ts';
import { buildSite } from '../../fixtures/build.ts';
import { SECOND_MOVES, writeSecondPlan } from '../../fixtures/second-plan.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { startNginx } from '../../site/servers/nginx.ts';
import { startPlainServer, type Faults } from '../../site/servers/plain-server.ts';
import { hasNginx, hasPackages } from '../../tools.ts';
import { firefox } from './firefox.ts';
import { complaints, lineStarts, SCRIPTED, shownWords } from './in-page.ts';
import { webkit } from './webkit.ts';

/** The light scheme's ground. */
const [, PAPER = ''] =
  /--color-paper: light-dark\((#\w{6})/.exec(readFileSync('src/styles/tokens.css', 'utf8')) ?? [];

function builtWords(file: string): string {
  const main = parse(readFileSync(path.join(DIST, file), 'utf8')).querySelector('main');
  for (const scripted of main?.querySelectorAll(SCRIPTED) ?? []) scripted.remove();
  return main?.textContent.replace(/\s+/g, '') ?? '';
}

const room = temporaryFolder();
const moved = path.join(room, 'dist');
beforeAll(() => {
  writeSecondPlan(path.join(room, 'content'));
  buildSite({ CONTENT_DIR: path.join(room, 'content'), OUT_DIR: moved });
});

describe.each([firefox, webkit].filter(({ packages }) => hasPackages(...packages)))(
  'in $name',
  (browser) => {
    const tabs = new Map<Mode, Promise<Tab>>();
    const stops: (() => Promise<void>)[] = [];
    const faults: Faults = {};
    const origins = { own: '', moved: '', losing: '' };
    beforeAll(async () => {
      // With the headers that the site asks for, where the machine has the server for it.
      const start = (dist: string) =>
        hasNginx() ? startNginx(dist) : startPlainServer(dist, BASE);
      for (const [name, server] of [
        ['own', await start(DIST)],
        ['moved', await start(moved)],
        ['losing', await startPlainServer(DIST, BASE, faults)],
      ] as const) {
        origins[name] = server.origin;
        stops.push(server.stop);
      }
    });
    afterAll(async () => {
      for (const tab of tabs.values()) await (await tab).close();
      for (const stop of stops) await stop();
    });
    const openAs =
      (mode: Mode, site: keyof typeof origins = 'own'): Open =>
      async (address, width) => {
        const started = tabs.get(mode) ?? browser.start(mode);
        tabs.set(mode, started);
        const tab = await started;
        await tab.open(origins[site] + address, width);
        return tab;
      };
    const open = openAs('light');

    it.each(journeys)('$name', ({ go }) => go(openAs('light', 'losing'), faults));

    describe.each(kindsOfPages().map((file) => ({ file, address: addressOf(file) })))(
      '$address',
      ({ file, address }) => {
        it.each(['light', 'no script'] as const)(
          'shows the words of its file: %s',
          async (mode) => {
            const tab = await openAs(mode)(address);
            const { words, placed, unplaced } = await tab.run(shownWords, SCRIPTED);
            expect(words).toBe(builtWords(file));
            expect(placed).toBeGreaterThan(2);
            expect(unplaced).toEqual([]);
          },
        );

        it('has its styles, and the browser nothing to say against it', async () => {
          const tab = await open(address);
          const ground = await tab.run(() => getComputedStyle(document.body).backgroundColor);
          const parts = [1, 3, 5].map((at) => String(Number.parseInt(PAPER.slice(at, at + 2), 16)));
          expect(ground).toBe(`rgb(${parts.join(', ')})`);
          expect(await tab.run(complaints)).toEqual([]);
        });

        it.each([NARROW, WIDE])('fits into %i px, its lines and targets whole', async (width) => {
          const tab = await open(address, width);
          expect(await tab.run(() => innerWidth)).toBe(width);
          expect(await tab.run(measure.sidewaysBy)).toBe(0);
          expect(await tab.run(measure.clipped)).toEqual([]);
          expect(await tab.run(measure.smallTargets)).toEqual([]);
          expect(await tab.run(lineStarts)).toEqual([]);
        });

        it('has a contrast of 7 in the dark', async () => {
          const tab = await openAs('dark')(address);
          expect(await tab.run(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
            true,
          );
          await tab.run(axe.source);
          const { wanting, judged } = await tab.run(async () => {
            const { run } = (window as unknown as { axe: typeof axe }).axe;
            const { violations, passes } = await run({ runOnly: ['color-contrast-enhanced'] });
            const nodes = (results: typeof passes) => results.flatMap((result) => result.nodes);
            return {
              wanting: nodes(violations).map(({ html }) => html),
              judged: nodes(passes).length,
            };
          });
          expect(wanting).toEqual([]);
          expect(judged).toBeGreaterThan(10);
        });

        it('begins with a link to its words, and always shows the focus', async () => {
          const tab = await open(address, NARROW);
          await tab.press('Tab');
          expect(await tab.run(() => document.activeElement?.getAttribute('href'))).toBe('#main');
          await tab.press('Enter');
          await soon(() => tab.run(() => location.hash)).toBe('#main');
          await tab.press('Tab');
          expect(await tab.run(measure.isBeforeMain)).toBe(false);
          expect(await tab.run(measure.lostFocus)).toEqual([]);
        });
      },
    );

    it('what is not the site’s own is refused, and it is heard', async () => {
      const tab = await open(urls.home());
      await tab.run(() => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        const image = document.createElement('img');
        image.src = 'https://elsewhere.example/pixel.png';
        document.body.append(style, image);
      });
      const said = async () => (await tab.run(complaints)).join('\n');
      await soon(said).toContain('violation of style-src-elem');
      await soon(said).toContain('violation of img-src');
    });

    it.each(SECOND_MOVES)('an old address leads on, without script too: $from', async (move) => {
      const isPage = !move.from.includes('#');
      for (const mode of isPage ? (['light', 'no script'] as const) : (['light'] as const)) {
        const fragment = isPage && mode === 'light' ? '#a1' : '';
        const tab = await openAs(mode, 'moved')(to(move.from + fragment));
        const at = () => tab.run(() => location.pathname + location.hash);
        await soon(at).toBe(to(move.to) + fragment);
      }
    });
  },
);
