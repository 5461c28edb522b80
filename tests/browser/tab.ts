/** What tests ask of a browser that run in each of them: written once, against this. */
import { expect, type Page } from '@playwright/test';

/** `no script`: the page runs none of its own, while a test still may. */
export type Mode = 'light' | 'dark' | 'no script';

export const KEYS = ['Tab', 'Enter', 'Escape', 'ArrowDown', 'ArrowUp', 'End', 'Control'] as const;
export type Key = (typeof KEYS)[number];

/** A browser with one window, in its own empty profile. */
export interface Tab {
  /** Shows a page `width` px wide, once it has loaded. */
  open: (url: string, width?: number) => Promise<void>;
  /** Runs a function that uses nothing from outside it, or a script, in the page. */
  run: <Args extends unknown[], Result>(
    work: string | ((...args: Args) => Result),
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /** Strikes one key after another: a named one, or a character, of any script. */
  press: (...keys: (Key | (string & {}))[]) => Promise<void>;
  /** Strikes a key while Control is held. */
  control: (key: string) => Promise<void>;
  /** Clicks into the middle of the first element that the selector finds. */
  click: (selector: string) => Promise<void>;
  /** Loads the page again (0), or goes back (-1) or forward (1) to another. */
  go: (steps: -1 | 0 | 1) => Promise<void>;
  close: () => Promise<void>;
}

/** Shows an address below the site's origin. */
export type Open = (address: string, width?: number) => Promise<Tab>;

export const NARROW = 320;
export const HANDSET = 360;
export const WIDE = 1280;
export const HEIGHT = 800;

/** Expects of what `get` tells, which it may not tell at once, nor while a page is left. */
export const soon = <Value>(get: () => Promise<Value>, message?: string) =>
  expect.poll(() => get().catch(String), { timeout: 90_000, ...(message && { message }) });

/** A page of Playwright's, in Chromium. */
export function tabOf(page: Page): Tab {
  const press = (key: string) =>
    key.length === 1 && key.charCodeAt(0) > 0x7f
      ? page.keyboard.insertText(key)
      : page.keyboard.press(key);
  return {
    open: async (url, width = WIDE) => {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.goto(url);
    },
    run: (work, ...args) =>
      page.evaluate(
        typeof work === 'string' ? work : `(${String(work)})(...${JSON.stringify(args)})`,
      ),
    press: async (...keys) => {
      for (const key of keys) await press(key);
    },
    control: (key) => page.keyboard.press(`Control+${key}`),
    click: (selector) => page.locator(selector).first().click(),
    go: async (steps) => {
      if (steps === 0) await page.reload();
      else await (steps < 0 ? page.goBack() : page.goForward());
    },
    close: () => page.close(),
  };
}
