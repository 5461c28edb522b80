/** What still stands when something is missing, cut off or killed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restore } from '#deploy/swap.ts';
import { BASE, urls } from '#urls.ts';
import { launchOptions } from '../browser.ts';
import { addressOf, DIST, kindsOfPages } from '../dist-folder.ts';
import { random } from '../fixtures/random.ts';
import { startPlainServer } from './plain-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(launchOptions());
});
afterAll(() => browser.close());

/** The words of a page, without what its scripts add and say. */
const wordsOf = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
    main.querySelectorAll('button, output, [role=status], template').forEach((one) => {
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
  /** Asks for a word that the plan does not have, so that all files are wanted. */
  const asking = `${urls.search()}?q=${encodeURIComponent('ヌルポッチャ')}`;

  it('and the complete index stays, and the page says what does not work', async () => {
    const whole = await startPlainServer(DIST, BASE);
    const page = await browser.newPage();
    const wanted = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/\/(?:_astro|pagefind)\//.test(pathname)) wanted.add(pathname.slice(BASE.length));
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

describe('a build is killed', () => {
  it('at any moment, and the site stays whole', { timeout: 300_000 }, async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'plan-killed-'));
    const dist = path.join(home, 'dist');
    cpSync(DIST, dist, { recursive: true });
    const before = fingerprint(dist);
    const { below } = random(Number(process.env.SEED ?? 6));
    const moments = [100, ...Array.from({ length: 5 }, () => 300 + below(6000))];
    let killed = 0;
    for (const moment of moments) {
      const build = spawn(process.execPath, ['src/commands/build.ts'], {
        detached: true,
        stdio: 'ignore',
        env: { ...process.env, OUT_DIR: dist, NODE_ENV: 'production' },
      });
      const ended = new Promise((resolve) => build.once('exit', resolve));
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, moment))]);
      if (build.exitCode === null) {
        killed += 1;
        process.kill(-(build.pid ?? 0), 'SIGKILL');
        await ended;
      }
      // As the next build does, and the server.
      await restore(dist);
      expect(fingerprint(dist), `killed after ${String(moment)} ms`).toBe(before);
    }
    expect(killed).toBeGreaterThan(0);
    rmSync(home, { recursive: true });
  });
});

/** Of all files; a build from the same content makes the same. */
function fingerprint(dist: string): string {
  if (!existsSync(dist)) return 'nothing';
  const hash = createHash('sha256');
  for (const file of readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort())
    hash.update(path.relative(dist, file)).update(readFileSync(file));
  return hash.digest('hex');
}
