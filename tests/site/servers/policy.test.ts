/** No page breaks its own policy: as the header says it, and as the page says it where no header can. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, to, urls } from '#urls.ts';
import { hasNginx, launchOptions } from '../../tools.ts';
import { addressOf, DIST, htmlFiles } from '../../dist-folder.ts';
import { startNginx } from './nginx.ts';
import { startPlainServer } from './plain-server.ts';

const pages = htmlFiles().map(addressOf);

/** What a page has left in the browser: cookies, and whatever else a site can store. */
const leftBy = async (page: Page) => ({
  cookies: await page.context().cookies(),
  stored: await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]),
});

/** Collects what the browser says against the pages that `page` shows, each with its address. */
async function complaints(page: Page): Promise<string[]> {
  const said: string[] = [];
  const add = (text: string) => said.push(`${new URL(page.url()).pathname}: ${text}`);
  page.on('console', (message) => {
    // Asked of the origin by the browser itself, where a page names no icon: the data as one page.
    if (BASE !== '/' && message.location().url.endsWith('/favicon.ico')) return;
    if (message.type() === 'error' || message.type() === 'warning') add(message.text());
  });
  page.on('pageerror', (error) => add(error.message));
  page.on('requestfailed', (request) => {
    // Given up because the next page was opened; what a policy forbids fails with another word.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') add(`not loaded: ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`violation of ${event.effectiveDirective}: ${event.blockedURI}`);
    });
  });
  return said;
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
});
afterAll(() => browser.close());

const SERVERS = [
  { name: 'with headers, from nginx', start: () => startNginx(DIST), skip: !hasNginx() },
  { name: 'without headers', start: () => startPlainServer(DIST, BASE), skip: false },
];

describe.each(SERVERS)('$name', ({ start, skip }) => {
  it.skipIf(skip)(
    'no page breaks its policy, asks another host or leaves anything, and what is not its own is refused',
    async () => {
      const server = await start();
      const page = await browser.newPage();
      const said = await complaints(page);
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).origin));
      try {
        for (const url of [...pages, `${urls.search()}?q=${encodeURIComponent('7月')}`]) {
          await page.goto(server.origin + url);
          await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
          expect.soft(await leftBy(page), url).toEqual({ cookies: [], stored: [] });
        }
        expect(said).toEqual([]);
        expect([...hosts]).toEqual([server.origin]);
        await page.goto(server.origin + to());
        await page.evaluate(() => {
          const style = document.createElement('style');
          style.textContent = 'body { color: red }';
          const image = document.createElement('img');
          image.src = 'https://elsewhere.example/pixel.png';
          document.body.append(style, image);
        });
        await expect.poll(() => said.join('\n')).toContain('violation of style-src-elem');
        await expect.poll(() => said.join('\n')).toContain('violation of img-src');
      } finally {
        await page.close();
        await server.stop();
      }
    },
  );
});
