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

/** What pages of Playwright and of Puppeteer have alike. */
interface Driven {
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  click(selector: string): Promise<unknown>;
  reload(): Promise<unknown>;
  goBack(): Promise<unknown>;
  goForward(): Promise<unknown>;
  keyboard: { down(key: 'Control'): Promise<void>; up(key: 'Control'): Promise<void> };
}

/** And what each has in its own way. */
interface Driver {
  resize: (size: { width: number; height: number }) => Promise<void>;
  strike: (key: string) => Promise<void>;
  close: () => Promise<void>;
}

export function tabOf(page: Driven, { resize, strike, close }: Driver): Tab {
  const run = (work: unknown, ...args: unknown[]) =>
    page.evaluate(
      typeof work === 'string' ? work : `(${String(work)})(...${JSON.stringify(args)})`,
    );
  return {
    open: async (url, width = WIDE) => {
      await resize({ width, height: HEIGHT });
      await page.goto(url);
    },
    run: run as Tab['run'],
    press: async (...keys) => {
      for (const key of keys) await strike(key);
    },
    control: async (key) => {
      await page.keyboard.down('Control');
      await strike(key);
      await page.keyboard.up('Control');
    },
    click: async (selector) => {
      await page.click(selector);
    },
    go: async (steps) => {
      if (steps === 0) await page.reload();
      else await (steps < 0 ? page.goBack() : page.goForward());
    },
    close,
  };
}

/** A page of Playwright's, in Chromium. */
export const chromiumTab = (page: Page): Tab =>
  tabOf(page, {
    resize: (size) => page.setViewportSize(size),
    strike: (key) =>
      key.length === 1 && key.charCodeAt(0) > 0x7f
        ? page.keyboard.insertText(key)
        : page.keyboard.press(key),
    close: () => page.close(),
  });
