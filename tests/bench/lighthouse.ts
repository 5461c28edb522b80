/**
 * `npm run bench -- lighthouse [runs] [part of the address]`: Lighthouse as a phone sees every page,
 * from nginx; the lowest score of all runs in each category, and what is not full.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { addressOf, pageFiles } from '../dist-folder.ts';
import { findChromium, launchOptions } from '../tools.ts';
import { startSite } from './slow-line.ts';

const [runs = '1', only = ''] = process.argv.slice(2);
const urls = pageFiles()
  .filter((file) => file !== '404.html')
  .map(addressOf)
  .filter((url) => url.includes(only));
const site = await startSite();
const chrome = await launch({
  chromePath: findChromium() ?? '',
  chromeFlags: ['--headless=new', ...(launchOptions().args ?? [])],
});
const lowest = new Map<string, number>();
const faults = new Map<string, string>();
try {
  for (const url of Array.from({ length: Number(runs) }, () => urls).flat()) {
    const result = await lighthouse(site.origin + url, {
      port: chrome.port,
      logLevel: 'silent',
      output: 'json',
    });
    const { runtimeError, categories = {}, audits = {} } = result?.lhr ?? {};
    if (runtimeError) console.log(`${url}  not measured: ${runtimeError.message}`);
    const scores = Object.values(categories).map(({ id, score, auditRefs }) => {
      const percent = Math.round((score ?? NaN) * 100);
      lowest.set(id, Math.min(lowest.get(id) ?? 100, percent));
      for (const { id: audit, weight } of auditRefs)
        if (weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
          faults.set(audit, `${audits[audit]?.title ?? ''} (${url})`);
      return `${id} ${String(percent)}`;
    });
    console.log(`${url}  ${scores.join(', ')}`);
  }
} finally {
  chrome.kill();
  await site.stop();
}
console.log('\nLowest of all:', Object.fromEntries(lowest));
for (const [audit, title] of faults) console.log(`  not full: ${audit}: ${title}`);
