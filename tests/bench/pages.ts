/**
 * `npm run bench -- pages [runs]`: each kind of page in Chromium on Slow 4G with a processor four times
 * slower, from nginx, cold; medians of runs that take turns. Then the way from page to page.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { to } from '#urls.ts';
import { launchOptions } from '../tools.ts';
import { addressOf, kindsOfPages } from '../dist-folder.ts';
import { median, startSite } from './site.ts';
import { SLOW_4G, startSlowLine } from './slow-line.ts';

const runs = Number(process.argv[2] ?? 5);
const pages = kindsOfPages().map(addressOf);
const hello = to('hello.html');

interface Visit {
  requests: number;
  bytes: number;
  text: number;
  fcp: number;
  lcp: number;
  tbt: number;
  cls: number;
}

const site = await startSite();
const browser = await chromium.launch(launchOptions());
try {
  const visits = new Map<string, Visit[]>();
  for (let run = 0; run < runs; run += 1)
    for (const url of [hello, ...pages]) {
      const all = visits.get(url) ?? [];
      visits.set(url, [...all, await visit(browser, site.origin + url)]);
    }
  const middle = (url: string, key: keyof Visit) =>
    median((visits.get(url) ?? []).map((one) => one[key]));
  console.log('requests  bytes  ÷text    FCP    LCP  TBT   CLS  ÷hello');
  for (const url of [hello, ...pages]) {
    const of = (key: keyof Visit) => middle(url, key);
    console.log(
      [
        of('requests').toFixed(0).padStart(8),
        of('bytes').toFixed(0).padStart(6),
        (of('bytes') / of('text')).toFixed(1).padStart(6),
        of('fcp').toFixed(0).padStart(6),
        of('lcp').toFixed(0).padStart(6),
        of('tbt').toFixed(0).padStart(4),
        of('cls').toFixed(3).padStart(5),
        (of('fcp') / middle(hello, 'fcp')).toFixed(2).padStart(7),
        ` ${url}`,
      ].join(' '),
    );
  }
  await nextPages(browser);
} finally {
  await browser.close();
  await site.stop();
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_4G.latency,
    downloadThroughput: SLOW_4G.download,
    uploadThroughput: SLOW_4G.upload,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let requests = 0;
  let bytes = 0;
  devtools.on('Network.requestWillBeSent', () => (requests += 1));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const seen = { fcp: 0, lcp: 0, cls: 0, long: [] as PerformanceEntry[] };
    Object.assign(globalThis, { seen });
    const watch = (type: string, note: (entry: PerformanceEntry) => void) => {
      new PerformanceObserver((list) => {
        list.getEntries().forEach(note);
      }).observe({ type, buffered: true });
    };
    watch('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') seen.fcp = startTime;
    });
    watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
    watch('longtask', (entry) => seen.long.push(entry));
    watch(
      'layout-shift',
      (entry) => (seen.cls += (entry as PerformanceEntry & { value: number }).value),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(() => {
    const { long, ...seen } = (
      globalThis as unknown as {
        seen: Pick<Visit, 'fcp' | 'lcp' | 'cls'> & { long: PerformanceEntry[] };
      }
    ).seen;
    // Total Blocking Time: of each task, what goes beyond 50 ms after the first paint (web.dev/tbt).
    const blocking = long.map(
      ({ startTime, duration }) => startTime + duration - Math.max(startTime, seen.fcp) - 50,
    );
    return { ...seen, tbt: blocking.reduce((sum, part) => sum + Math.max(0, part), 0) };
  });
  const words = await page.evaluate(() => document.body.innerText);
  await context.close();
  return { ...seen, requests, bytes, text: gzipSync(words, { level: 9 }).length };
}

/** From the home page to a page it links to, pointed at for as long as a hand rests before it presses. */
async function nextPages(browser: Browser): Promise<void> {
  for (const rest of [1500, 700, 300])
    for (const ahead of [false, true]) {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await nextPage(browser, ahead, rest));
      console.log(
        `next page, ${String(rest)} ms after pointing at its link, ${ahead ? 'with' : 'without'} speculation rules: ${median(times).toFixed(0)} ms to its first words (${times.map((time) => time.toFixed(0)).join(', ')})`,
      );
    }
}

async function nextPage(browser: Browser, ahead: boolean, rest: number): Promise<number> {
  const line = await startSlowLine(site.origin);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  // A server without the header: nothing else differs.
  if (!ahead) await context.route('**/speculation-rules.json', (route) => route.abort());
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(line.origin + to(), { waitUntil: 'load' });
  await page.waitForTimeout(2500);
  const link = page.locator('main a[href*="/programmes/"]').first();
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await page.waitForTimeout(rest);
  await page.evaluate(() => {
    addEventListener('pointerdown', ({ timeStamp }) => {
      sessionStorage.setItem('pressed', String(performance.timeOrigin + timeStamp));
    });
  });
  await Promise.all([
    page.waitForURL('**/programmes/**'),
    page.mouse.down().then(() => page.mouse.up()),
  ]);
  // Of a page opened ahead, the browser counts the first paint from when it is shown.
  const waited = await page.evaluate(async () => {
    const paint = await new Promise<PerformanceEntry>((resolve) => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry);
      }).observe({ type: 'paint', buffered: true });
    });
    return performance.timeOrigin + paint.startTime - Number(sessionStorage.getItem('pressed'));
  });
  await context.close();
  line.stop();
  return waited;
}
