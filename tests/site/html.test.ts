import { describe, expect, it } from 'vitest';
import { absolute, urls } from '#urls.ts';
import { builtSite, htmlFaults, type BuiltPage } from './pages.ts';

const site = builtSite();
const pages = [...site.pages.values()];
const text = (page: BuiltPage, selector: string) => page.root.querySelector(selector)?.text.trim();
const meta = (page: BuiltPage, name: string) =>
  page.root.querySelector(`meta[name=${name}]`)?.getAttribute('content')?.trim();

describe.each(pages.map((page) => [page.url, page] as const))('%s', (url, page) => {
  it('is valid HTML', () => {
    expect(htmlFaults(page)).toEqual([]);
  });

  it('is in Japanese, with one h1', () => {
    expect(page.root.querySelector('html')?.getAttribute('lang')).toBe('ja');
    expect(page.root.querySelectorAll('h1')).toHaveLength(1);
  });

  it('has a title, a description and as canonical its own address, or the one it has moved to', () => {
    expect(text(page, 'title')).toBeTruthy();
    expect(meta(page, 'description')).toBeTruthy();
    const links = page.root.querySelectorAll('link[rel=canonical]');
    const moved = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(page.html)?.[1];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([absolute(moved ?? url)]);
  });

  it('has no inline script and no event handler attribute', () => {
    const scripts = page.root
      .querySelectorAll('script:not([src])')
      // Data, not a program: JSON-LD and speculation rules.
      .filter((script) => !/json|speculationrules/.test(script.getAttribute('type') ?? ''));
    const handlers = page.root
      .querySelectorAll('*')
      .filter((element) => Object.keys(element.attributes).some((name) => /^on/i.test(name)));
    expect(scripts.map((script) => script.outerHTML)).toEqual([]);
    expect(handlers.map((element) => element.rawTagName)).toEqual([]);
  });
});

describe('the pages together', () => {
  it.each([
    ['title', (page: BuiltPage) => text(page, 'title')],
    ['description', (page: BuiltPage) => meta(page, 'description')],
  ])('have each a %s of its own', (_what, read) => {
    const texts = pages.map(read);
    expect(texts.filter((value, index) => texts.indexOf(value) !== index)).toEqual([]);
  });
});

it('holds the long texts in an article, as reader views look for one (a sentence here is too short for them)', () => {
  for (const url of [urls.full(), urls.policy()]) {
    const root = site.pages.get(url)?.root;
    const words = root?.querySelector('article')?.text.length ?? 0;
    expect(words, url).toBeGreaterThan((root?.querySelector('main')?.text.length ?? 0) / 2);
  }
});
