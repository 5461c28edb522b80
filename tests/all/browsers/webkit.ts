/**
 * WebKitGTK by Debian's driver, which speaks the classic WebDriver. Its browser has no window-less
 * mode: it is shown on a screen that exists in memory alone, in an empty profile.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { HEIGHT, NARROW, WIDE, type Key, type Mode, type Tab } from '../../browser/tab.ts';
import { freePort } from '../../site/servers/nginx.ts';
import { FILES } from '../../tools.ts';
import { listen } from './in-page.ts';

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

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error((value as { message: string }).message);
  return value;
}

/** Starts a screen, the driver on it and a browser: its address at the driver, and how all end. */
async function startSession(browserArgs: readonly string[]) {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-webkit-'));
  const running: ChildProcess[] = [];
  const stop = () => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  /**
   * No window manager gives a window the focus here: it has it while the pointer is on it, which
   * begins in the middle of the screen. So the screen is small; a window may be larger than it.
   */
  const size = `${String(NARROW)}x${String(HEIGHT)}x24`;
  const screen = spawn(FILES.xvfb, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  running.push(screen);
  const [display] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  // Without this the buttons of the browser's own bar keep its window wider than a phone.
  for (const toolkit of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(path.join(home, toolkit));
    writeFileSync(path.join(home, toolkit, 'gtk.css'), '* { min-width: 0; padding: 0 }');
  }
  const env = {
    ...process.env,
    GDK_BACKEND: 'x11',
    DISPLAY: `:${String(display).trim()}`,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
  };
  const port = String(await freePort());
  const driver = spawn(FILES['webkit2gtk-driver'], [`--port=${port}`], { stdio: 'ignore', env });
  running.push(driver);
  const origin = `http://127.0.0.1:${port}`;
  while (!(await ask(`${origin}/status`, 'GET').catch(() => undefined))) {
    if (driver.exitCode !== null) throw new Error('WebKitWebDriver does not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const options = { args: ['--automation', ...browserArgs] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = (await ask(`${origin}/session`, 'POST', { capabilities })) as {
    sessionId: string;
  };
  return { session: `${origin}/session/${sessionId}`, stop };
}

export const webkit = {
  name: 'WebKit',
  packages: ['webkit2gtk-driver', 'xvfb'] as const,
  start: async (mode: Mode): Promise<Tab> => {
    const { session, stop } = await startSession(args[mode]);
    const post = (command: string, body: object) => ask(session + command, 'POST', body);
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
      close: async () => {
        await ask(session, 'DELETE');
        stop();
      },
    };
  },
};
