/**
 * `npm run bench -- next-page [runs]`: from the press on a link to the first words of its page, by how
 * long the pointer has rested on it, on a slow line. Chromium opens no page ahead while its developer
 * tools are attached, as Playwright and Puppeteer always are: here they are only for a moment each.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { to } from '#urls.ts';
import { findChromium, launchOptions } from '../tools.ts';
import { median } from './figures.ts';
import { startSite, startSlowLine } from './slow-line.ts';

const runs = Number(process.argv[2] ?? 5);
const site = await startSite();
const line = await startSlowLine(site.origin);
try {
  for (const rest of [0, 300, 700, 1500]) {
    const times: number[] = [];
    let ahead = 0;
    for (let run = 0; run < runs; run += 1) {
      const { waited, isAhead } = await nextPage(rest);
      times.push(waited);
      ahead += Number(isAhead);
    }
    console.log(
      `next page, ${String(rest)} ms after pointing at its link: ${median(times).toFixed(0)} ms to its first words (${times.map((time) => time.toFixed(0)).join(', ')}), opened ahead in ${String(ahead)} of ${String(runs)}`,
    );
  }
} finally {
  line.stop();
  await site.stop();
}

async function nextPage(rest: number): Promise<{ waited: number; isAhead: boolean }> {
  const profile = mkdtempSync(path.join(tmpdir(), 'plan-chromium-'));
  const args = [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const chromium = spawn(findChromium() ?? 'chromium', [...args, ...(launchOptions().args ?? [])]);
  try {
    let said = '';
    while (!/ws:\/\/\S+/.test(said)) said += String((await once(chromium.stderr, 'data'))[0]);
    const { host } = new URL(/ws:\/\/\S+/.exec(said)?.[0] ?? '');
    /** Sends one command after another to the page; what the last one gives. */
    const send = async (...commands: [method: string, params: object][]) => {
      let shown: Target | undefined;
      while (!shown) {
        const targets = (await (await fetch(`http://${host}/json/list`)).json()) as Target[];
        shown = targets.find(({ type }) => type === 'page');
      }
      const socket = new WebSocket(shown.webSocketDebuggerUrl);
      await once(socket, 'open');
      let value: unknown;
      for (const [id, [method, params]] of commands.entries()) {
        socket.send(JSON.stringify({ id, method, params }));
        const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>];
        value = (JSON.parse(data) as { result?: { result?: { value: unknown } } }).result?.result
          ?.value;
      }
      socket.close();
      return value;
    };
    const run = (expression: string) =>
      send(['Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true }]);
    await send(['Page.navigate', { url: line.origin + to() }]);
    await wait(4000);
    const [x, y] = (await run(`(() => {
      addEventListener('pointerdown', ({ timeStamp }) =>
        sessionStorage.setItem('pressed', performance.timeOrigin + timeStamp));
      const link = document.querySelector('main a[href*="/programmes/"]');
      link.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = link.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    })()`)) as [number, number];
    const mouse = (type: string): [string, object] => [
      'Input.dispatchMouseEvent',
      { type, x, y, ...(type !== 'mouseMoved' && { button: 'left', clickCount: 1 }) },
    ];
    await send(mouse('mouseMoved'));
    await wait(rest);
    await send(mouse('mousePressed'));
    void send(mouse('mouseReleased')).catch(() => undefined);
    await wait(6000);
    return (await run(`(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const [{ activationStart }] = performance.getEntriesByType('navigation');
      const pressed = Number(sessionStorage.getItem('pressed'));
      const shown = performance.timeOrigin + Math.max(paint.startTime, activationStart);
      return { waited: shown - pressed, isAhead: activationStart > 0 };
    })()`)) as { waited: number; isAhead: boolean };
  } finally {
    chromium.kill();
    await once(chromium, 'exit');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Target {
  type: string;
  webSocketDebuggerUrl: string;
}
