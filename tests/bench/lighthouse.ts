/**
 * `npm run bench -- lighthouse [runs]`: Lighthouse as a phone sees every page, from nginx; the lowest
 * score of all runs in each category.
 */
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { findChromium, launchOptions } from '../tools.ts';
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
  ...(findChromium() && { chromePath: findChromium() ?? '' }),
  chromeFlags: ['--headless=new', ...(launchOptions().args ?? [])],
});
let again = 0;
const lowest = new Map<string, { score: number; url: string }>();
const faults = new Map<string, string>();
try {
  for (let run = 0; run < runs; run += 1)
    for (const url of pages) {
      const { categories, audits } = await measure(url);
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
console.log(`  measurements that broke off and were made again: ${String(again)}`);
for (const [category, { score, url }] of lowest)
  console.log(`  ${category}: ${(score * 100).toFixed(0)} (${url})`);
for (const [audit, title] of faults) console.log(`  not full: ${audit}: ${title}`);

/** A measurement that broke off says nothing of the page: it is told and made again, twice at most. */
async function measure(url: string, tries = 3): Promise<Result> {
  const result = await lighthouse(site.origin + url, {
    port: chrome.port,
    logLevel: 'silent',
    output: 'json',
  });
  if (!result) throw new Error(`no result for ${url}`);
  const { runtimeError, categories, audits } = result.lhr;
  if (!runtimeError && categories.performance?.score !== null) return result.lhr;
  const broken = Object.values(audits).find(({ scoreDisplayMode }) => scoreDisplayMode === 'error');
  const reason = runtimeError?.message ?? broken?.errorMessage ?? 'no reason given';
  console.log(`${url}  not measured: ${reason}`);
  if (tries === 1) throw new Error(`${url} cannot be measured: ${reason}`);
  again += 1;
  return measure(url, tries - 1);
}
