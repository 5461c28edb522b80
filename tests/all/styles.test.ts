/** Trimming the styles changes no page: every element looks as it does with all styles. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, to } from '#urls.ts';
import { launchOptions } from '../browser.ts';
import { addressOf, DIST, htmlFiles, kindsOfPages } from '../dist-folder.ts';
import { startPlainServer, type PlainServer } from '../servers/plain-server.ts';

const FULL = path.resolve('dist.untrimmed');
const pages = htmlFiles();
const kinds = kindsOfPages();
const stylesOf = (dist: string, file: string) =>
  Array.from(
    readFileSync(path.join(dist, file), 'utf8').matchAll(/<style>([^]*?)<\/style>/g),
    ([, css]) => css,
  ).join('\n');

let browser: Browser;
let server: PlainServer;
beforeAll(async () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/astro/bin/astro.mjs',
      'build',
      '--config',
      'tests/fixtures/untrimmed.config.mjs',
    ],
    {
      env: { ...process.env, OUT_DIR: FULL, OG_IMAGES: '0', ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  browser = await chromium.launch(launchOptions());
  server = await startPlainServer(DIST, BASE);
});
afterAll(async () => {
  await Promise.all([browser.close(), server.stop()]);
  rmSync(FULL, { recursive: true });
});

/**
 * What differs once all styles take the place of the page's own: the computed values, of each
 * element and pseudo-element, of every property that any rule sets, and the place on the page.
 */
const differences = (page: Page, css: string) =>
  page.evaluate((all) => {
    const [sheet] = document.querySelectorAll('style');
    if (!sheet) throw new Error('no styles');
    const own = sheet.textContent;
    sheet.textContent = all;
    const properties = new Set<string>();
    const collect = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if ('style' in rule)
          for (const name of rule.style as CSSStyleDeclaration) properties.add(name);
        if ('cssRules' in rule) collect(rule.cssRules as CSSRuleList);
      }
    };
    if (sheet.sheet) collect(sheet.sheet.cssRules);
    const seen = [...properties].filter((name) => !name.startsWith('--'));
    const looks = () =>
      [...document.querySelectorAll('body, body *')].flatMap((element) =>
        ['', '::before', '::after', '::marker', '::placeholder'].flatMap((pseudo) => {
          if (pseudo === '::placeholder' && !('placeholder' in element)) return [];
          const style = getComputedStyle(element, pseudo);
          if (pseudo && ['none', 'normal'].includes(style.content)) return [];
          const { x, y, width, height } = element.getBoundingClientRect();
          return [
            `${element.tagName}.${element.getAttribute('class') ?? ''}${pseudo}`,
            [x, y, width, height].join(' '),
            ...seen.map((name) => `${name}: ${style.getPropertyValue(name)}`),
          ];
        }),
      );
    const whole = looks();
    sheet.textContent = own;
    const lean = looks();
    const different = lean.filter((look, index) => look !== whole[index]);
    return { compared: lean.length, properties: seen.length, different: different.slice(0, 5) };
  }, css);

async function expectAlike(page: Page, file: string, query = '') {
  await page.goto(server.origin + addressOf(file) + query);
  if (query !== '') await page.locator('[aria-busy="false"]').waitFor({ state: 'attached' });
  const found = await differences(page, stylesOf(FULL, file));
  expect.soft(found.different, file).toEqual([]);
  expect(found.properties).toBeGreaterThan(20);
  expect(found.compared).toBeGreaterThan(1000);
}

describe('a page with the styles it uses', () => {
  it.each([
    ['on a wide screen', 1280, { colorScheme: 'light' }],
    ['on a phone in the dark', 360, { colorScheme: 'dark' }],
    ['on paper', 794, { media: 'print' }],
    ['in forced colours, at rest', 800, { forcedColors: 'active', reducedMotion: 'reduce' }],
  ] as const)('looks as with all styles %s', async (_, width, media) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, bypassCSP: true });
    await page.emulateMedia(media);
    for (const file of kinds) await expectAlike(page, file);
    await page.close();
  });

  it('looks so on every page', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 800 }, bypassCSP: true });
    for (const file of pages) await expectAlike(page, file);
    await page.close();
  });

  it('looks so with what the search answers', async () => {
    const page = await browser.newPage({ viewport: { width: 800, height: 800 }, bypassCSP: true });
    // Something of every plan, something by its reading, a slip, a part, and nothing.
    for (const query of ['区', 'くみん', '区みん', 'くみいん', '区の月', 'zzzz'])
      await expectAlike(page, 'search/index.html', `?q=${encodeURIComponent(query)}`);
    await page.close();
  });

  it('would be found out if a rule were missing', async () => {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(server.origin + to());
    const more = `${stylesOf(FULL, 'index.html')} footer::before { content: 'x' }`;
    expect((await differences(page, more)).different).not.toEqual([]);
    await page.close();
  });
});
