/** What the core tests ask of a browser: each test is written once, against this. */

import type { hasPackages } from '../../tools.ts';

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

export interface Browser {
  name: string;
  /** Debian's packages that bring it. */
  packages: Parameters<typeof hasPackages>;
  start: (mode: Mode) => Promise<Tab>;
}

export const NARROW = 320;
export const WIDE = 1280;
export const HEIGHT = 800;

/** Keeps what goes wrong in a page from now on; runs in it. */
export function listen(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  addEventListener('error', (event) => said.push(event.message || 'something did not load'), true);
  addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    said.push(`violation of ${effectiveDirective}: ${blockedURI}`),
  );
  console.error = (...words: unknown[]) => said.push(words.join(' '));
}

/** What it kept; runs in the page. */
export const complaints = () => (window as unknown as { said: string[] }).said;
