/**
 * A line as slow as the browser's own "Slow 4G", for what the browser does not slow itself: pages
 * that it opens ahead. Each answer waits the latency out and then comes at the line's rate, which
 * all connections share.
 */
import { connect, createServer, type AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

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
