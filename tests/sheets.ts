/**
 * `npm run sheets`: prints each edition of the built site and writes into content/paper.yaml how many
 * sides it takes, which stands beside 「印刷する」 as long as the words are the same.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { stringify } from 'yaml';
import { printedHash } from '#document/counted-sides.ts';
import { hasTimes } from '#model/calendar.ts';
import { paperSchema } from '#model/recorded-facts.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { BASE } from '#urls.ts';
import { launchOptions } from './tools.ts';
import { DIST } from './dist-folder.ts';
import { countSides, EDITIONS } from './browser/paper.ts';
import { startPlainServer } from './site/servers/plain-server.ts';

const plan = await readPlan();
const site = await startPlainServer(DIST, BASE);
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
const sides: Record<string, number> = {};
for (const [name, { path, choice }] of Object.entries(EDITIONS)) {
  if (name === 'poster' && !hasTimes(plan)) continue;
  await page.goto(site.origin + BASE + path);
  if (choice) await page.check(choice);
  sides[name] = await countSides(page);
}
const words = printedHash(plan);
const [version = ''] = browser.version().split('.');
const paper = paperSchema.parse({ words, browser: `Chromium ${version}`, ...sides });
await browser.close();
await site.stop();
const head = '# 印刷したときのページ数です。npm run sheets が数えます。手では直しません。\n';
writeFileSync(path.join(contentDir, 'paper.yaml'), head + stringify(paper));
console.log(stringify(paper));
