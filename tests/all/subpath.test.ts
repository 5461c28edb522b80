import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../fixtures/build.ts';
import { brokenReferences, builtSite, readSite, type BuiltPage, type Site } from '../site/pages.ts';

/** The words of a page, but for what the length of its addresses changes in the files it tells of. */
const words = (page: BuiltPage) =>
  page.root
    .querySelector('main')
    ?.text.replaceAll(/[0-9a-f]{64}/g, 'sha256')
    .replaceAll(/[\d,.]+ ?KB/g, 'KB');

describe('a site below a sub-path', () => {
  const base = '/asahi/2013/';
  let dir = '';
  let site: Site;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'plan-'));
    const out = path.join(dir, 'dist');
    buildSite({ BASE_PATH: base, OUT_DIR: out });
    site = readSite(out, base);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('has the pages of the site at the root', () => {
    const own = builtSite();
    const paths = (of: Site) => [...of.pages.keys()].map((url) => url.slice(of.base.length)).sort();
    expect(paths(site)).toEqual(paths(own));
  });

  it('links to nothing outside it, and to nothing that is not there', () => {
    expect(brokenReferences(site)).toEqual([]);
  });

  it('names its own addresses as canonical', () => {
    for (const page of site.pages.values()) {
      // A page that has moved names its new address.
      if (page.html.includes('http-equiv="refresh"')) continue;
      const href = page.root.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
      expect(new URL(href).pathname, page.url).toBe(page.url);
    }
  });

  it('shows the same words', () => {
    const own = builtSite();
    for (const page of site.pages.values()) {
      const twin = own.pages.get(own.base + page.url.slice(base.length));
      expect(words(page)?.replaceAll(base, own.base), page.url).toBe(twin && words(twin));
    }
  });
});
