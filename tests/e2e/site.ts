/** The pages of the built site, and the ways they are looked at. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  test as base,
  type BrowserContextOptions,
  type CDPSession,
  type Page,
} from '@playwright/test';
import { BASE } from '#urls.ts';

/** Every page, as a path below the base: `` for home, `goals/…/`. */
export const pages = readdirSync(process.env.OUT_DIR ?? 'dist', {
  recursive: true,
  encoding: 'utf8',
})
  .map((file) => file.split(path.sep).join('/'))
  // Any other HTML is a file to take away, not a page of the site.
  .filter((file) => /(?:^|\/)(?:index|404)\.html$/.test(file))
  .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
  .sort();

export const sizes = {
  /** What a window of 1280 px shows at 400 %, too (WCAG 1.4.10). */
  narrow: { width: 320, height: 256 },
  phone: { width: 320, height: 640 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 800 },
};

/** `print` is paper: its rules of style hold from the start. */
export const modes = ['light', 'dark', 'forced colours', 'no script', 'print'] as const;
export type Mode = (typeof modes)[number];

const options: Record<Mode, BrowserContextOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'no script': {},
  print: { colorScheme: 'light' },
};

interface Window {
  page: Page;
  /** A session's settings end with it and are its own: one serves all pages of the window. */
  session: CDPSession;
}
type Open = (url: string, mode?: Mode, size?: keyof typeof sizes) => Promise<Page>;

/**
 * Tests with `open`, which shows a page once it has loaded. The pages only read, so the tests of a
 * worker share one window a mode: a new one each would take most of the time.
 */
export const test = base.extend<object, { windows: Map<Mode, Window>; open: Open }>({
  windows: [
    async ({ browser: _ }, use) => {
      const windows = new Map<Mode, Window>();
      await use(windows);
      for (const { page } of windows.values()) await page.context().close();
    },
    { scope: 'worker' },
  ],
  open: [
    async ({ browser, windows }, use) => {
      const start = async (mode: Mode) => {
        const context = await browser.newContext({ locale: 'ja-JP', ...options[mode] });
        const page = await context.newPage();
        const started = { page, session: await context.newCDPSession(page) };
        windows.set(mode, started);
        return started;
      };
      await use(async (url, mode = 'light', size = 'desk') => {
        const { page, session } = windows.get(mode) ?? (await start(mode));
        await page.setViewportSize(sizes[size]);
        // By way of nowhere: an address that differs in its fragment alone would not load anew.
        await page.goto('about:blank');
        // Off while the page loads, so that none of its scripts runs; on for what a test runs.
        const stopScript = (value: boolean) =>
          session.send('Emulation.setScriptExecutionDisabled', { value });
        await stopScript(mode === 'no script');
        await page.goto(`http://localhost:${process.env.SITE_PORT ?? ''}${BASE}${url}`);
        await stopScript(false);
        // Some versions of Chromium forget the medium when a page loads.
        if (mode === 'print') await page.emulateMedia({ media: 'print' });
        return page;
      });
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
