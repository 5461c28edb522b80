/**
 * WebKitGTK by Debian's driver, which speaks the classic WebDriver. Its browser has no window-less
 * mode: it is shown on a screen that exists in memory alone.
 */
import { HEIGHT, WIDE, type Key, type Mode, type Tab } from '../../browser/tab.ts';
import { listen } from './in-page.ts';
import { startSession } from './webkit-session.ts';

const args: Record<Mode, string[]> = {
  light: [],
  dark: ['--dark-mode'],
  'no script': ['--enable-javascript=false'],
};

/** https://www.w3.org/TR/webdriver/#keyboard-actions */
const codes: Record<Key, string> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};
const codeOf = (key: string) => (key in codes ? codes[key as Key] : key);
const down = (key: string) => ({ type: 'keyDown', value: codeOf(key) });
const up = (key: string) => ({ type: 'keyUp', value: codeOf(key) });

export const webkit = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'] as const,
  start: async (mode: Mode): Promise<Tab> => {
    const { post, stop } = await startSession(args[mode]);
    const run = (work: unknown, ...given: unknown[]) =>
      post('/execute/sync', {
        script: typeof work === 'string' ? work : `return (${String(work)})(...arguments)`,
        args: given,
      });
    const strike = (actions: object[]) =>
      post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    let shown = 0;
    return {
      open: async (url, width = WIDE) => {
        if (width !== shown) await post('/window/rect', { width, height: HEIGHT });
        shown = width;
        await post('/url', { url });
        // The classic WebDriver has nothing that would run before the page does.
        await run(listen);
      },
      run: run as Tab['run'],
      press: async (...keys) => {
        for (const key of keys) await strike([down(key), up(key)]);
      },
      control: async (key) => {
        await strike([down('Control'), down(key), up(key), up('Control')]);
      },
      click: async (value) => {
        const found = await post('/element', { using: 'css selector', value });
        const [element = ''] = Object.values(found as Record<string, string>);
        await post(`/element/${element}/click`, {});
      },
      go: async (steps) => {
        await post({ '-1': '/back', 0: '/refresh', 1: '/forward' }[steps], {});
      },
      close: stop,
    };
  },
};
