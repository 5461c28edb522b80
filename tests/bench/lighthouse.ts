/**
 * `npm run bench -- lighthouse [runs] [part of the address]`: Lighthouse as a phone sees every page,
 * from nginx, cold, on Slow 4G with a processor four times slower: medians of runs that take turns,
 * beside an empty page; the lowest score of all runs in each category, and what is not full.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { to } from '#urls.ts';
import { addressOf, pageFiles } from '../dist-folder.ts';
import { findChromium, launchOptions } from '../tools.ts';
import { median } from './figures.ts';
import { startSite } from './slow-line.ts';

/** Audits whose numbers are shown, with the decimals of each. */
const SHOWN = [
  ['total-byte-weight', 0],
  ['first-contentful-paint', 0],
  ['largest-contentful-paint', 0],
  ['total-blocking-time', 0],
  ['cumulative-layout-shift', 3],
] as const;

const [runs = '1', only = ''] = process.argv.slice(2);
const pages = pageFiles()
  .filter((file) => file !== '404.html')
  .map(addressOf)
  .filter((url) => url.includes(only));
const urls = [to('hello.html'), ...pages];
const site = await startSite();
const chrome = await launch({
  chromePath: findChromium() ?? '',
  chromeFlags: ['--headless=new', ...(launchOptions().args ?? [])],
});
const lowest = new Map<string, number>();
const faults = new Map<string, string>();
const numbers = new Map<string, number[]>();
try {
  for (const url of Array.from({ length: Number(runs) }, () => urls).flat()) {
    const result = await lighthouse(site.origin + url, {
      port: chrome.port,
      logLevel: 'silent',
      output: 'json',
      throttlingMethod: 'devtools',
    });
    const { runtimeError, categories = {}, audits = {} } = result?.lhr ?? {};
    if (runtimeError) console.log(`${url}  not measured: ${runtimeError.message}`);
    for (const [audit] of SHOWN) {
      const key = `${url} ${audit}`;
      numbers.set(key, [...(numbers.get(key) ?? []), audits[audit]?.numericValue ?? NaN]);
    }
    for (const { id, score, auditRefs } of pages.includes(url) ? Object.values(categories) : []) {
      lowest.set(id, Math.min(lowest.get(id) ?? 100, Math.round((score ?? NaN) * 100)));
      for (const { id: audit, weight } of auditRefs)
        if (weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
          faults.set(audit, `${audits[audit]?.title ?? ''} (${url})`);
    }
  }
} finally {
  chrome.kill();
  await site.stop();
}
const firstPaint = (url: string) => median(numbers.get(`${url} first-contentful-paint`) ?? []);
console.log(' bytes    FCP    LCP    TBT    CLS ÷empty');
for (const url of urls) {
  const cells = SHOWN.map(([audit, digits]) =>
    median(numbers.get(`${url} ${audit}`) ?? []).toFixed(digits),
  );
  const ratio = firstPaint(url) / firstPaint(to('hello.html'));
  const columns = [...cells, ratio.toFixed(2)].map((cell) => cell.padStart(6));
  console.log(`${columns.join(' ')}  ${url}`);
}
console.log('\nLowest of all:', Object.fromEntries(lowest));
for (const [audit, title] of faults) console.log(`  not full: ${audit}: ${title}`);
