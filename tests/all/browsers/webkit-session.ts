/** A session of WebKitWebDriver: a screen, a driver on it, and a browser in its own empty profile. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { freePort } from '../../site/servers/nginx.ts';

import { HEIGHT, NARROW } from '../../browser/tab.ts';
import { FILES } from '../../tools.ts';

export interface Session {
  /** Gives the session a command, and what the driver answers. */
  post: (command: string, body: object) => Promise<unknown>;
  stop: () => Promise<void>;
}

export async function startSession(browserArgs: readonly string[]): Promise<Session> {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-webkit-'));
  const running: ChildProcess[] = [];
  const clear = async () => {
    for (const one of running.reverse()) await ended(one);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const screen = startScreen();
    running.push(screen);
    const port = await freePort();
    const env = { ...process.env, ...profileIn(home), DISPLAY: await displayOf(screen) };
    running.push(
      spawn(FILES['webkit2gtk-driver'], [`--port=${String(port)}`], { stdio: 'ignore', env }),
    );
    const origin = `http://127.0.0.1:${String(port)}`;
    await answering(`${origin}/status`);
    const options = { args: ['--automation', ...browserArgs] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = (await ask(`${origin}/session`, 'POST', { capabilities })) as {
      sessionId: string;
    };
    const session = `${origin}/session/${sessionId}`;
    return {
      post: (command, body) => ask(session + command, 'POST', body),
      stop: async () => {
        await ask(session, 'DELETE');
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/**
 * No window manager gives a window the focus here: it has it while the pointer is on it, which
 * begins in the middle of the screen. So the screen is small; a window may be larger than it.
 */
function startScreen(): ChildProcess {
  const size = `${String(NARROW)}x${String(HEIGHT)}x24`;
  return spawn(FILES.xvfb, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
}

const displayOf = (screen: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    (screen.stdio[3] as Readable).once('data', (number) => {
      resolve(`:${String(number).trim()}`);
    });
    screen.once('exit', () => {
      reject(new Error('Xvfb does not start'));
    });
  });

function profileIn(home: string): Record<string, string> {
  // Without this the buttons of the browser's own bar keep its window wider than a phone.
  for (const toolkit of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(path.join(home, toolkit));
    writeFileSync(path.join(home, toolkit, 'gtk.css'), '* { min-width: 0; padding: 0 }');
  }
  return { GDK_BACKEND: 'x11', XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; !(await ask(url, 'GET').catch(() => undefined)); tries += 1) {
    if (tries > 200) throw new Error('WebKitWebDriver does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function ask(url: string, method: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) throw new Error((value as { message: string }).message);
  return value;
}

const ended = (one: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (one.exitCode !== null) resolve();
    one.once('exit', () => {
      resolve();
    });
    one.kill();
  });
