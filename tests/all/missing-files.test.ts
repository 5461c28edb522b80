/** What still stands when a file is missing or cut off, and when nothing serves the site. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, urls } from '#urls.ts';
import { launchOptions } from '../tools.ts';
import { addressOf, DIST, kindsOfPages } from '../dist-folder.ts';
import { startPlainServer } from '../site/servers/plain-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
});
afterAll(() => browser.close());

/** The words of a page, without what its scripts add and say. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    main.querySelectorAll('button, output, [role=status], [aria-live], template').forEach((one) => {
      one.remove();
    });
    return main.textContent.replace(/\s+/g, '');
  });
const linksOf = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('main a'), (link) => link.getAttribute('href')),
  );

describe('a file that a page asks for is gone', () => {
  it('and all its words can be read, each file in its turn', async () => {
    const whole = await startPlainServer(DIST, BASE);
    let asked = 0;
    try {
      for (const file of kindsOfPages()) {
        const url = addressOf(file);
        const page = await browser.newPage();
        const assets = new Set<string>();
        page.on('request', (request) => {
          const { pathname } = new URL(request.url());
          if (pathname !== url) assets.add(pathname.slice(BASE.length));
        });
        await page.goto(whole.origin + url, { waitUntil: 'networkidle' });
        const [words, links] = [await wordsOf(page), await linksOf(page)];
        await page.close();
        for (const asset of assets) {
          asked += 1;
          const server = await startPlainServer(DIST, BASE, { missing: asset });
          const lame = await browser.newPage();
          await lame.goto(server.origin + url, { waitUntil: 'networkidle' });
          expect(await linksOf(lame), `${url} without ${asset}`).toEqual(links);
          // The search alone says what is missing; its complete index stays.
          if (url !== urls.search())
            expect(await wordsOf(lame), `${url} without ${asset}`).toBe(words);
          await lame.close();
          await server.stop();
        }
      }
    } finally {
      await whole.stop();
    }
    expect(asked).toBeGreaterThan(0);
  });
});

describe('a file of the search breaks off half-way', () => {
  /** Asks for words that the plan does not have, in kana and in kanji, so that all files are wanted. */
  const asking = `${urls.search()}?q=${encodeURIComponent('ヌルポッチャ図書館')}`;

  it('and the complete index stays, and the page says what does not work', async () => {
    const whole = await startPlainServer(DIST, BASE);
    const page = await browser.newPage();
    const wanted = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/\/(?:_astro|pagefind|search)\/./.test(pathname)) wanted.add(pathname.slice(BASE.length));
    });
    await page.goto(whole.origin + asking, { waitUntil: 'networkidle' });
    const links = await linksOf(page);
    await page.close();
    await whole.stop();
    expect(wanted.size).toBeGreaterThan(5);
    for (const cut of wanted) {
      const server = await startPlainServer(DIST, BASE, { cut });
      const lame = await browser.newPage();
      await lame.goto(server.origin + asking);
      const told = lame.locator('[data-part=failed], [data-part=unscripted]');
      await expect
        .poll(() => told.filter({ visible: true }).count(), { message: cut, timeout: 20_000 })
        .toBe(1);
      expect(await linksOf(lame), cut).toEqual(links);
      await lame.close();
      await server.stop();
    }
  });
});

describe('the site saved to a stick', () => {
  it('can be read, with its styles, though nothing serves it', async () => {
    const page = await browser.newPage();
    const server = await startPlainServer(DIST, BASE);
    for (const file of kindsOfPages()) {
      await page.goto(server.origin + addressOf(file));
      const look = () =>
        page.evaluate(() => [
          getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.body).fontSize,
        ]);
      const served = [await wordsOf(page), ...(await look())];
      await page.goto(pathToFileURL(path.join(DIST, file)).href);
      const saved = [await wordsOf(page), ...(await look())];
      if (addressOf(file) === urls.search()) expect(saved[0]).not.toBe('');
      else expect(saved, file).toEqual(served);
    }
    await server.stop();
    await page.close();
  });
});
