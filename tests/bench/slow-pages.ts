/**
 * `npm run bench -- slow-pages [runs]`: each kind of page in Chromium on Slow 4G with a processor four times
 * slower, from nginx, cold; medians of runs that take turns.
 */
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { to } from '#urls.ts';
import { addressOf, kindsOfPages } from '../dist-folder.ts';
import { launchOptions } from '../tools.ts';
import { median } from './figures.ts';
import { slowDown, startSite } from './slow-line.ts';

type Visit = Record<'requests' | 'bytes' | 'text' | 'fcp' | 'lcp' | 'tbt' | 'cls', number>;

const runs = Number(process.argv[2] ?? 5);
const hello = to('hello.html');
const urls = [hello, ...kindsOfPages().map(addressOf)];
const site = await startSite();
const browser = await chromium.launch(launchOptions());
const visits = new Map(urls.map((url): [string, Visit[]] => [url, []]));
try {
  for (let run = 0; run < runs; run += 1)
    for (const url of urls) visits.get(url)?.push(await visit(site.origin + url));
} finally {
  await browser.close();
  await site.stop();
}
const middle = (url: string, key: keyof Visit) =>
  median((visits.get(url) ?? []).map((seen) => seen[key]));
console.log('requests  bytes  ÷text    FCP    LCP  TBT   CLS  ÷hello');
for (const url of urls) {
  const of = (key: keyof Visit) => middle(url, key);
  const cells: [value: number, digits: number, width: number][] = [
    [of('requests'), 0, 8],
    [of('bytes'), 0, 6],
    [of('bytes') / of('text'), 1, 6],
    [of('fcp'), 0, 6],
    [of('lcp'), 0, 6],
    [of('tbt'), 0, 4],
    [of('cls'), 3, 5],
    [of('fcp') / middle(hello, 'fcp'), 2, 7],
  ];
  const row = cells.map(([value, digits, width]) => value.toFixed(digits).padStart(width));
  console.log(`${row.join(' ')}  ${url}`);
}

async function visit(url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const devtools = await slowDown(page);
  let [requests, bytes] = [0, 0];
  devtools.on('Network.requestWillBeSent', () => (requests += 1));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(url, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(async () => {
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          resolve(list.getEntries());
        });
        observer.observe({ type, buffered: true });
        setTimeout(() => {
          resolve([]);
        }, 500);
      });
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const fcp = paint?.startTime ?? NaN;
    const shifts = (await entries('layout-shift')) as (PerformanceEntry & { value: number })[];
    // Total Blocking Time: of each task, what goes beyond 50 ms after the first paint (web.dev/tbt).
    const blocking = (await entries('longtask')).map(
      ({ startTime, duration }) => startTime + duration - Math.max(startTime, fcp) - 50,
    );
    return {
      fcp,
      lcp: (await entries('largest-contentful-paint')).at(-1)?.startTime ?? NaN,
      cls: shifts.reduce((sum, { value }) => sum + value, 0),
      tbt: blocking.reduce((sum, part) => sum + Math.max(0, part), 0),
      words: document.body.innerText,
    };
  });
  await context.close();
  const { words, ...times } = seen;
  return { requests, bytes, text: gzipSync(words).length, ...times };
}
