/** An address lands where it says, and a reader's place is kept: as tests/browser/landing.spec.ts. */
import { describe, expect, it } from 'vitest';
import { to, urls } from '#urls.ts';
import { belowWindow, besideMark, firstWords, shifts } from '../../browser/measure.ts';
import { LONG, PLACES } from '../../browser/places.ts';
import type { Open } from './core.ts';
import { WIDE, type Tab } from './tab.ts';

/** Pixels that a place may stand beside its mark. */
const NEAR = 2;
const HANDSET = 360;

async function expectOnMark(tab: Tab, where: string) {
  await tab.run(shifts);
  expect.soft(await tab.run(besideMark), where).toBeLessThanOrEqual(NEAR);
}

/** Scrolls to seven tenths of the page, and tells what stands there. */
async function readOn(tab: Tab) {
  await tab.run(shifts);
  await tab.run(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    scrollTo({ top: (scrollHeight - clientHeight) * 0.7, behavior: 'instant' });
  });
  await tab.run(shifts);
  return tab.run(firstWords);
}

async function expectPlace(
  tab: Tab,
  { words, top }: Awaited<ReturnType<typeof readOn>>,
  where: string,
) {
  await tab.run(shifts);
  const now = await tab.run(firstWords);
  expect.soft(now.words, where).toBe(words);
  expect.soft(Math.abs(now.top - top), where).toBeLessThanOrEqual(NEAR);
}

/** Follows the link that the selector finds, from where the page stands. */
async function follow(tab: Tab, selector: string) {
  await tab.run((wanted) => document.querySelector<HTMLAnchorElement>(wanted)?.click(), selector);
}

const reaches = (tab: Tab, address: string) =>
  expect.poll(() => tab.run(() => location.pathname + location.hash)).toBe(address);

export function landing(open: Open): void {
  describe.each([HANDSET, WIDE])('at %i px', (width) => {
    /** From another page: an address that differs in its fragment alone would not load anew. */
    const land = async (address: string) => {
      await open(to('404.html'), { width });
      return open(address, { width });
    };

    it.each(PLACES)('%s shows each place that is asked of it', async (address, ids) => {
      for (const id of ids) await expectOnMark(await land(`${address}#${id}`), id);
    });

    it.each(LONG)('%s keeps a place over reloading, going and coming back', async (address) => {
      const tab = await land(address);
      const place = await readOn(tab);
      await tab.go(0);
      await expectPlace(tab, place, 'again');
      await follow(tab, '.brand');
      await reaches(tab, urls.home());
      const home = await readOn(tab);
      await tab.go(-1);
      await reaches(tab, address);
      await expectPlace(tab, place, 'back');
      await tab.go(1);
      await reaches(tab, urls.home());
      await expectPlace(tab, home, 'forward');
    });

    it.each(LONG)('%s ends where the End key leads', async (address) => {
      const tab = await land(address);
      await tab.press('End');
      await expect.poll(() => tab.run(belowWindow)).toBeLessThanOrEqual(NEAR);
      await tab.run(shifts);
      expect(await tab.run(belowWindow)).toBeLessThanOrEqual(NEAR);
    });

    it.each(PLACES.filter(([, ids]) => ids.length === 1))(
      '%s leads to its readings and back',
      async (address, ids) => {
        const own = `${address}#${ids[0] ?? ''}`;
        const tab = await land(own);
        const place = await readOn(tab);
        const readings = await tab.run(() => {
          const link = document.querySelector<HTMLAnchorElement>('.kana');
          return link ? link.pathname + link.hash : '';
        });
        await follow(tab, '.kana');
        await reaches(tab, readings);
        await expectOnMark(tab, readings);
        await tab.go(-1);
        await reaches(tab, own);
        await expectPlace(tab, place, 'back');
      },
    );
  });
}
