import { describe, expect, it } from 'vitest';
import { BASE, urls } from '#urls.ts';
import type { Faults } from '../../site/servers/plain-server.ts';
import type { Open } from './core.ts';

/** What the page says of its search, once it says something; runs in it. */
function said() {
  const isShown = (name: string) =>
    document.querySelector(`[data-part="${name}"]`)?.checkVisibility() ?? false;
  if (!isShown('failed') && !isShown('none')) throw new Error('no answer yet');
  return { failed: isShown('failed'), none: isShown('none') };
}

/** The files that the page has asked for since it was loaded; runs in it. */
const files = () =>
  performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);

/** A word that the plan does not have, so that every file of the search is wanted. */
const ASKING = `${urls.search()}?q=${encodeURIComponent('図書館')}`;

/** `faults` is what the server behind `open` does wrong. */
export function losing(open: Open, faults: Faults): void {
  describe('where a file of the search', () => {
    it.each([
      ['is lost', 'missing'],
      ['comes by half', 'cut'],
    ] as const)('%s, the button fetches it again', async (_, fault) => {
      const tab = await open(ASKING);
      await expect.poll(() => tab.run(said)).toEqual({ failed: false, none: true });
      const ofSearch = /\/pagefind\/|\/_astro\/homophones\.|\/search\/\w+\.json$/;
      const wanted = (await tab.run(files)).filter((file) => ofSearch.test(file));
      expect(wanted.length).toBeGreaterThan(4);
      for (const file of new Set(wanted)) {
        faults[fault] = file.slice(BASE.length);
        await open(ASKING);
        await expect
          .poll(() => tab.run(said), { message: file })
          .toEqual({ failed: true, none: false });
        faults[fault] = undefined;
        await tab.click('[data-part="retry"]');
        await expect
          .poll(() => tab.run(said), { message: `${file} again` })
          .toEqual({ failed: false, none: true });
      }
    });
  });
}
