/**
 * `npm run bench:lighthouse [runs]`: Lighthouse as a phone sees every page, from nginx; the lowest
 * score of all runs in each category.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser, launchOptions } from '../browser.ts';
import { addressOf, pageFiles } from '../dist-folder.ts';
import { startSite } from './site.ts';

const runs = Number(process.argv[2] ?? 1);
const only = process.argv[3];
const pages = pageFiles()
  .filter((file) => file !== '404.html')
  .map(addressOf)
  .filter((url) => !only || url.includes(only));
const site = await startSite();
const chrome = await launch({
  ...(findBrowser() && { chromePath: findBrowser() ?? '' }),
  chromeFlags: ['--headless=new', ...(launchOptions().args ?? [])],
});
const lowest = new Map<string, { score: number; url: string }>();
const faults = new Map<string, string>();
try {
  for (let run = 0; run < runs; run += 1)
    for (const url of pages) {
      const result = await lighthouse(site.origin + url, {
        port: chrome.port,
        logLevel: 'silent',
        output: 'json',
      });
      if (!result) throw new Error(`no result for ${url}`);
      const { categories, audits } = result.lhr;
      const scores = Object.values(categories).map(({ id, score, auditRefs }) => {
        const known = lowest.get(id);
        if (!known || (score ?? 0) < known.score) lowest.set(id, { score: score ?? 0, url });
        for (const { id: audit, weight } of auditRefs)
          if (weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
            faults.set(audit, `${audits[audit]?.title ?? ''} (${url})`);
        return `${id} ${((score ?? 0) * 100).toFixed(0)}`;
      });
      console.log(`${url}  ${scores.join(', ')}`);
    }
} finally {
  chrome.kill();
  await site.stop();
}
console.log('\nLowest of all:');
for (const [category, { score, url }] of lowest)
  console.log(`  ${category}: ${(score * 100).toFixed(0)} (${url})`);
for (const [audit, title] of faults) console.log(`  not full: ${audit}: ${title}`);
