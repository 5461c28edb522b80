/** Every page is light: its bytes as a server sends them, and those of the scripts that it loads. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { BASE, urls } from '#urls.ts';
import { builtSite } from './pages.ts';

/** Bytes after gzip, its own styles and what the search index is told included: 5 % above the largest. */
const PAGE = 10_750;
const OWN: Record<string, number> = {
  [urls.home()]: 10_240,
  // A whole year, a whole plan.
  [urls.calendar()]: 14_000,
  [urls.full()]: 17_500,
  // A whole plan with the names of all it holds once more by the syllabary.
  [urls.search()]: 22_150,
  // Every activity with its month.
  [urls.programmes()]: 12_750,
  // The contents of the whole plan, with readings.
  [urls.yomigana()]: 11_950,
};
const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"/g;
/** How a bundled script names another: `from"./x.js"`, `import"./x.js"`, import(`./x.js`). */
const IMPORT = /\b(?:from|import)\s*\(?\s*(["'`])(\.[^"'`]+\.js)\1/g;

/** The scripts a page names, and those that these import, now or later: text by path. */
function loadedScripts(html: string): Map<string, string> {
  const loaded = new Map<string, string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    const text = readFileSync(path.join(dir, file), 'utf8');
    loaded.set(file, text);
    for (const [, , name = ''] of text.matchAll(IMPORT))
      load(path.posix.join(path.posix.dirname(file), name));
  };
  for (const [, src = ''] of html.matchAll(SCRIPT)) load(src.slice(BASE.length));
  return loaded;
}

/** Bytes after gzip of all scripts of a page; the search is a program, not an ornament. */
const SCRIPTS = 1500;

const { dir, pages } = builtSite();
const packed = (text: string) => gzipSync(text, { level: 9 }).length;
const largest = new Map<string, { bytes: number; url: string }>();
function note(kind: string, bytes: number, url: string) {
  if (bytes > (largest.get(kind)?.bytes ?? -1)) largest.set(kind, { bytes, url });
}
afterAll(() => {
  const list = [...largest].map(
    ([kind, { bytes, url }]) => `${kind} ${url} ${bytes.toLocaleString('en')}`,
  );
  console.log(`gzip bytes, the largest of each kind: ${list.join(' · ')}`);
});

describe('each page', () => {
  it.each([...pages.values()])('$url is within its bytes', ({ url, html }) => {
    const bytes = packed(html);
    note(OWN[url] === undefined ? 'page' : 'own limit', bytes, url);
    expect(bytes).toBeLessThanOrEqual(OWN[url] ?? PAGE);
  });

  it.each([...pages.values()].filter(({ url }) => url !== urls.search()))(
    '$url loads next to no script',
    ({ url, html }) => {
      const bytes = [...loadedScripts(html).values()].reduce((sum, text) => sum + packed(text), 0);
      note('scripts', bytes, url);
      expect(bytes).toBeLessThanOrEqual(SCRIPTS);
    },
  );
});

it('follows what a script imports, now or later', () => {
  const html = readFileSync(path.join(dir, 'search/index.html'), 'utf8');
  const names = [...loadedScripts(html).keys()].map((file) => /(\w+)\.[^/]*$/.exec(file)?.[1]);
  // An unofficial plan whose year is not over has another script, which finds out when it is.
  expect(names.filter((name) => name !== 'StatusLine')).toEqual(['search']);
});
