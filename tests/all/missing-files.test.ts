/** What still stands when a file is missing, and when nothing serves the site. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BASE, urls } from '#urls.ts';
import { addressOf, DIST, kindsOfPages } from '../dist-folder.ts';
import { startPlainServer, type Faults, type PlainServer } from '../site/servers/plain-server.ts';
import { launchOptions } from '../tools.ts';

const faults: Faults = {};
let browser: Browser;
let server: PlainServer;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
  server = await startPlainServer(DIST, BASE, faults);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The words of a page, without what its scripts add and say; its links; and its look. */
const partsOf = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    main.querySelectorAll('button, output, [role=status], [aria-live], template').forEach((one) => {
      one.remove();
    });
    const { backgroundColor, fontSize } = getComputedStyle(document.body);
    const links = document.querySelectorAll('main a');
    return {
      words: main.textContent.replace(/\s+/g, ''),
      links: Array.from(links, (link) => link.getAttribute('href')),
      look: [backgroundColor, fontSize],
    };
  });

it.each(kindsOfPages())('%s can be read though any file that it asks for is gone', async (file) => {
  const url = addressOf(file);
  const page = await browser.newPage();
  const assets = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== url) assets.add(pathname.slice(BASE.length));
  });
  await page.goto(server.origin + url, { waitUntil: 'networkidle' });
  const { words, links } = await partsOf(page);
  for (faults.missing of assets) {
    const lame = await browser.newPage();
    await lame.goto(server.origin + url, { waitUntil: 'networkidle' });
    const left = await partsOf(lame);
    expect(left.links, faults.missing).toEqual(links);
    // The search alone says what is missing; its complete index stays.
    if (url !== urls.search()) expect(left.words, faults.missing).toBe(words);
    await lame.close();
  }
  faults.missing = undefined;
  await page.close();
});

it.each(kindsOfPages())('%s can be read from a stick, with its styles', async (file) => {
  const page = await browser.newPage();
  await page.goto(server.origin + addressOf(file));
  const served = await partsOf(page);
  await page.goto(pathToFileURL(path.join(DIST, file)).href);
  const saved = await partsOf(page);
  expect(saved.look).toEqual(served.look);
  if (addressOf(file) === urls.search()) expect(saved.words).not.toBe('');
  else expect(saved.words).toBe(served.words);
  await page.close();
});
