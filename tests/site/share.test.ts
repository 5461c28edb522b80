import { readFileSync } from 'node:fs';
import path from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { pages as routes } from '#routes.ts';
import { absolute, BASE, urls } from '#urls.ts';
import { builtSite, leadsElsewhere, type BuiltPage } from './pages.ts';

const site = builtSite();
const plan = await readPlan();
/** As `share/pictures.ts` has it, which only the build can load. */
const PICTURES = process.env.OG_IMAGES !== '0';
const pages = routes(plan).map(({ href }): BuiltPage => {
  const page = site.pages.get(href);
  if (!page) throw new Error(`no page ${href}`);
  return page;
});
const meta = ({ root }: BuiltPage, name: string) =>
  root.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content');
const fileOf = (address: string) =>
  path.join(site.dir, new URL(address).pathname.slice(BASE.length));

describe('sharing', () => {
  it('has title, description and address on every page', () => {
    for (const page of pages) {
      expect(meta(page, 'og:title'), page.url).toBeTruthy();
      expect(meta(page, 'og:description'), page.url).toBe(meta(page, 'description'));
      expect(meta(page, 'og:url'), page.url).toBe(absolute(page.url));
    }
  });

  it.runIf(PICTURES)('has a picture of 1200 × 630 in 60 KB at most on every page', async () => {
    const sizes: number[] = [];
    for (const page of pages) {
      const bytes = readFileSync(fileOf(meta(page, 'og:image') ?? ''));
      const { width, height, format } = await sharp(bytes).metadata();
      expect([width, height, format], page.url).toEqual([1200, 630, 'png']);
      sizes.push(bytes.length);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(60_000);
    const images = new Set(pages.map((page) => meta(page, 'og:image')));
    expect(images.size).toBe(pages.length);
    console.log(
      `sharing pictures ${String(sizes.length)}, ${String(sizes.reduce((a, b) => a + b, 0))} bytes, largest ${String(Math.max(...sizes))}`,
    );
  });
});

type Node = Record<string, unknown>;
const REQUIRED: Record<string, string[]> = {
  WebPage: ['url', 'name', 'inLanguage', 'publisher'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  GovernmentOrganization: ['@id', 'name'],
  AdministrativeArea: ['name'],
  Dataset: ['@id', 'name', 'description', 'creator', 'temporalCoverage', 'distribution'],
  DataDownload: ['contentUrl', 'encodingFormat', 'name'],
};
const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!value || typeof value !== 'object') return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
};
const structured = (page: BuiltPage) => {
  const scripts = page.root.querySelectorAll('script[type="application/ld+json"]');
  expect(scripts, page.url).toHaveLength(1);
  return JSON.parse(scripts[0]?.rawText ?? '') as { '@context': string; '@graph': Node[] };
};
const typed = (page: BuiltPage) => nodesOf(structured(page)['@graph']);
const named = (page: BuiltPage, type: string) =>
  typed(page).filter((node) => node['@type'] === type);

describe('structured data', () => {
  it('has on every page only known types with all that each needs', () => {
    for (const page of pages) {
      expect(structured(page)['@context']).toBe('https://schema.org');
      for (const node of typed(page)) {
        const required = REQUIRED[String(node['@type'])];
        expect(required, `${page.url} ${String(node['@type'])}`).toBeDefined();
        expect(Object.keys(node), page.url).toEqual(expect.arrayContaining(required ?? []));
      }
    }
  });

  it('names no address that does not answer', () => {
    for (const page of pages)
      for (const node of typed(page))
        for (const key of ['@id', 'url', 'item', 'contentUrl']) {
          const address = node[key];
          if (typeof address !== 'string') continue;
          const { pathname, origin } = new URL(address);
          expect(origin).toBe(new URL(absolute('/')).origin);
          if (!site.pages.has(pathname))
            expect(readFileSync(fileOf(address)).length).toBeGreaterThan(0);
        }
  });

  it('follows the breadcrumb of the page', () => {
    for (const page of pages) {
      const shown = page.root
        .querySelectorAll(`nav[aria-label] ol > li`)
        .map((item) => item.innerHTML.replaceAll(/<r[tp]>.*?<\/r[tp]>|<[^>]+>|›/gu, '').trim());
      const told = named(page, 'ListItem').map((item) => item.name);
      if (page.url !== urls.home()) expect(shown.slice(0, told.length), page.url).toEqual(told);
    }
  });

  it('tells the office with its sections and the data with its files', () => {
    const sections = pages.find(({ url }) => url === urls.sections());
    const data = pages.find(({ url }) => url === urls.data());
    if (!sections || !data) throw new Error('no page');
    const [office] = named(sections, 'GovernmentOrganization').filter(
      (node) => 'department' in node,
    );
    expect(nodesOf(office?.department).map(({ name }) => name)).toEqual(
      plan.sections.map(({ name }) => name),
    );
    expect(named(data, 'DataDownload').length).toBe(
      data.root.querySelectorAll('main section[id] h3 a').length,
    );
  });

  it('invents no event', () => {
    expect(pages.flatMap((page) => named(page, 'Event'))).toEqual([]);
  });
});

describe('the sitemap', () => {
  const xml = readFileSync(path.join(site.dir, 'sitemap.xml'), 'utf8');
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);

  it('lists the canonical address of every page, and nothing else', () => {
    const canonical = [...site.pages.values()]
      .filter((page) => page.url.endsWith('/') && !leadsElsewhere(page))
      .map(({ root }) => root.querySelector('link[rel=canonical]')?.getAttribute('href'));
    expect([...listed].sort()).toEqual([...canonical].sort());
  });

  it('is named by robots.txt', () => {
    const robots = readFileSync(path.join(site.dir, 'robots.txt'), 'utf8');
    expect(robots).toContain(`Sitemap: ${absolute(urls.sitemap())}\n`);
  });
});

/** The code on a page's paper is read back as a camera reads it. */
describe('the code on paper', () => {
  const coded = [...site.pages.values()].filter(({ root }) => root.querySelector('.printed img'));

  it('stands on nearly every page', () => {
    expect(coded.length).toBeGreaterThan(site.pages.size / 2);
  });

  it.each(coded)('on $url holds its address', async ({ root }) => {
    const src = root.querySelector('.printed img')?.getAttribute('src') ?? '';
    const svg = readFileSync(path.join(site.dir, src.slice(BASE.length)));
    const { data, info } = await sharp(svg)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
    const address = root.querySelector('link[rel=canonical]')?.getAttribute('href');
    expect(code?.data).toBe(address);
  });
});
