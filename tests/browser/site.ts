/** The pages of the built site, and the ways they are looked at. */
import { test as base, type CDPSession, type Page } from '@playwright/test';
import { BASE } from '#urls.ts';
import { kindsOfPages, pageFiles, pathOf } from '../dist-folder.ts';

/** Every page, as a path below the base: `` for home, `goals/…/`. */
export const pages = pageFiles().map(pathOf);
/** `npm run test:all`: every page is looked at in every way. */
export const thorough = process.env.TEST_ALL !== undefined;
/** One page of each route; with `thorough` every page. */
export const kinds = new Set(thorough ? pages : kindsOfPages().map(pathOf));

export const sizes = {
  /** What a window of 1280 px shows at 400 %, too (WCAG 1.4.10). */
  narrow: { width: 320, height: 256 },
  phone: { width: 320, height: 640 },
  handset: { width: 360, height: 640 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 800 },
};

/** `print` is paper: its rules of style hold from the start. */
export type Mode = 'light' | 'dark' | 'forced colours' | 'no script' | 'print';

const mediaOf = (mode: Mode): Parameters<Page['emulateMedia']>[0] => ({
  colorScheme: mode === 'dark' ? 'dark' : 'light',
  forcedColors: mode === 'forced colours' ? 'active' : 'none',
  media: mode === 'print' ? 'print' : 'screen',
});

interface Window {
  page: Page;
  /** A session's settings end with it and are its own: one serves all pages of the window. */
  session: CDPSession;
  /** The page that it shows, as long as `show` alone has used it. */
  shown?: string;
}
interface Look {
  mode?: Mode;
  size?: keyof typeof sizes;
}
type Show = (url: string, look?: Look) => Promise<Page>;

/**
 * Tests share one window a worker, and one more for pages without script: a new one each would take
 * most of the time. `open` loads a page; `show` loads it only where the window does not show it
 * already, for tests that leave it as they found it.
 */
export const test = base.extend<
  object,
  { windows: (scripts: boolean) => Promise<Window>; open: Show; show: Show }
>({
  windows: [
    async ({ browser }, use) => {
      const windows = new Map<boolean, Window>();
      await use(async (scripts) => {
        const known = windows.get(scripts);
        if (known) return known;
        const context = await browser.newContext({ locale: 'ja-JP' });
        const page = await context.newPage();
        const started = { page, session: await context.newCDPSession(page) };
        windows.set(scripts, started);
        return started;
      });
      for (const { page } of windows.values()) await page.context().close();
    },
    { scope: 'worker' },
  ],
  open: [
    async ({ windows }, use) => {
      await use(async (url, { mode = 'light', size = 'desk' } = {}) => {
        const window = await windows(mode !== 'no script');
        const { page, session } = window;
        delete window.shown;
        await page.setViewportSize(sizes[size]);
        await page.emulateMedia(mediaOf(mode));
        // By way of nowhere: an address that differs in its fragment alone would not load anew.
        await page.goto('about:blank');
        // Off while the page loads, so that none of its scripts runs; on for what a test runs.
        const stopScript = (value: boolean) =>
          session.send('Emulation.setScriptExecutionDisabled', { value });
        if (mode === 'no script') await stopScript(true);
        await page.goto(`http://localhost:${process.env.SITE_PORT ?? ''}${BASE}${url}`);
        if (mode === 'no script') await stopScript(false);
        // Some versions of Chromium forget the medium when a page loads.
        if (mode === 'print') await page.emulateMedia(mediaOf(mode));
        return page;
      });
    },
    { scope: 'worker' },
  ],
  show: [
    async ({ windows, open }, use) => {
      await use(async (url, look = {}) => {
        const { mode = 'light', size = 'desk' } = look;
        const window = await windows(mode !== 'no script');
        if (window.shown !== url) {
          await open(url, look);
          window.shown = url;
        }
        await window.page.setViewportSize(sizes[size]);
        await window.page.emulateMedia(mediaOf(mode));
        return window.page;
      });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
