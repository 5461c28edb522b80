/** The built site on nginx for a measurement, and a slow line to it. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { precompress } from '#deploy/precompress.ts';
import { DIST } from '../dist-folder.ts';
import { startNginx } from '../site/servers/nginx.ts';
import { hasNginx } from '../tools.ts';

const HELLO = '<!doctype html><html lang="ja"><meta charset="utf-8"><title>hello</title><p>hello';

/** With an empty page beside it. */
export async function startSite() {
  if (!hasNginx())
    throw new Error('This measures nginx: install nginx and libnginx-mod-http-brotli-static.');
  const home = mkdtempSync(path.join(tmpdir(), 'plan-bench-'));
  const dist = path.join(home, 'dist');
  cpSync(DIST, dist, { recursive: true });
  writeFileSync(path.join(dist, 'hello.html'), HELLO);
  await precompress(path.join(dist, 'hello.html'), Buffer.from(HELLO));
  const nginx = await startNginx(dist);
  return {
    origin: nginx.origin,
    stop: async () => {
      await nginx.stop();
      rmSync(home, { recursive: true });
    },
  };
}

/** Milliseconds, and bytes a second. */
const SLOW_4G = { latency: 562.5, download: 180_000, upload: 84_375 };

/** Has the browser slow a page's line, and its processor to a quarter. */
export async function slowDown(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_4G.latency,
    downloadThroughput: SLOW_4G.download,
    uploadThroughput: SLOW_4G.upload,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return devtools;
}

/**
 * A line as slow as the browser's own "Slow 4G", for what the browser does not slow itself: pages
 * that it opens ahead. Each answer waits the latency out and then comes at the line's rate, which
 * all connections share.
 */
export async function startSlowLine(origin: string) {
  const { hostname, port } = new URL(origin);
  let free = 0;
  const line = createServer((reader) => {
    const server = connect(Number(port), hostname);
    let asked = 0;
    reader.on('data', (part) => {
      asked = performance.now();
      server.write(part);
    });
    server.on('data', (part) => {
      free = Math.max(free, asked + SLOW_4G.latency) + (part.length / SLOW_4G.download) * 1000;
      setTimeout(() => reader.write(part), free - performance.now());
    });
    for (const [one, other] of [
      [reader, server],
      [server, reader],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => line.once('listening', resolve));
  return {
    origin: `http://127.0.0.1:${String((line.address() as AddressInfo).port)}`,
    stop: () => line.close(),
  };
}
