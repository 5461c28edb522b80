/** Firefox by WebDriver BiDi, which it speaks itself; Puppeteer starts it and keeps its profile. */
import { launch, type KeyInput } from 'puppeteer-core';
import { tabOf, type Mode, type Tab } from '../../browser/tab.ts';
import { FILES } from '../../tools.ts';
import { listen } from './in-page.ts';

/** What this Firefox has no command for, its profile says. */
const prefs: Record<Mode, Record<string, unknown>> = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'no script': { 'javascript.enabled': false },
};

/** A page that one goes back to loads again, as where memory is short; its driver waits for that. */
const NONE_KEPT = { 'browser.sessionhistory.max_total_viewers': 0 };

export const firefox = {
  name: 'Firefox',
  packages: ['firefox-esr'] as const,
  start: async (mode: Mode): Promise<Tab> => {
    const browser = await launch({
      browser: 'firefox',
      executablePath: FILES['firefox-esr'],
      extraPrefsFirefox: { ...prefs[mode], ...NONE_KEPT },
    });
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(listen);
    return tabOf(page, {
      resize: (size) => page.setViewport(size),
      // Its type names the keys of one keyboard; BiDi takes any character.
      strike: (key) => page.keyboard.press(key as KeyInput),
      close: () => browser.close(),
    });
  },
};
