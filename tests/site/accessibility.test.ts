/** What the built pages say to those who hear them, or find their way by names that stay the same. */
import { parse, type HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { CRITERIA } from '#model/criteria.ts';
import { urls } from '#urls.ts';
import { builtSite, leadsElsewhere, ORIGIN, resolve, type BuiltPage } from './pages.ts';

const site = builtSite();
/** Without addresses that lead elsewhere: their page is a sentence and a link, and no limit of time. */
const pages = [...site.pages.values()].filter(
  (page) => page.url.endsWith('404.html') || !leadsElsewhere(page),
);
const everywhere = (faults: (page: BuiltPage) => string[]) =>
  pages.flatMap((page) => faults(page).map((fault) => `${page.url}: ${fault}`));

/** The words of an element, as they are heard. */
function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const copy = parse(element.innerHTML);
  for (const hidden of copy.querySelectorAll('[aria-hidden=true], rt, rp')) hidden.remove();
  for (const image of copy.querySelectorAll('img'))
    image.replaceWith(image.getAttribute('alt') ?? '');
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
}

describe.each(CRITERIA.filter(({ absent }) => absent !== undefined))(
  'criterion $id',
  ({ absent = '' }) => {
    it('has nothing to apply to on any page', () => {
      expect(pages.length).toBeGreaterThan(10);
      expect(everywhere(({ root }) => root.querySelectorAll(absent).map(String))).toEqual([]);
    });
  },
);

it('nothing on a page goes on moving', () => {
  expect(everywhere(({ html }) => /animation[^;}]*infinite/.exec(html) ?? [])).toEqual([]);
});

it('the title of a page says what its heading says, but for the home page', () => {
  const faults = everywhere(({ url, root }) => {
    const [title = '', heading = ''] = ['title', 'h1'].map((tag) =>
      nameOf(root.querySelector(tag)!).replaceAll(/\s/g, ''),
    );
    const own = title.replace(/[（｜].*/, '');
    const same = title.includes(heading) || heading.includes(own);
    return same || url === urls.home() ? [] : [title];
  });
  expect(faults).toEqual([]);
});

it('an image is for the eye alone beside its words, or has words of its own', () => {
  const faults = everywhere(({ root }) =>
    root
      .querySelectorAll('img, svg, [role=img]')
      .filter((image) => !image.closest('[aria-hidden=true]') && image.getAttribute('alt') !== '')
      .filter((image) => !(image.getAttribute('alt') ?? image.getAttribute('aria-label')))
      .map(String),
  );
  expect(faults).toEqual([]);
});

it('a link has words of its own that name where it leads', () => {
  const VAGUE = /^(?:こちら|ここ|詳細|詳しく|続き|もっと|クリック|リンク|>+|…|.)?$/u;
  const faults = everywhere(({ root }) =>
    root
      .querySelectorAll('a[href]')
      .filter((link) => VAGUE.test(nameOf(link)))
      .map(String),
  );
  expect(faults).toEqual([]);
});

it('words of another language than Japanese say which', () => {
  const faults = everywhere(({ root }) => {
    const body = parse(root.querySelector('body')!.innerHTML);
    for (const other of body.querySelectorAll('[lang], code, pre, script, style')) other.remove();
    return body.textContent.match(/(?:[A-Za-z]{2,} ){2,}[A-Za-z]{2,}/g) ?? [];
  });
  expect(faults).toEqual([]);
});

describe('what stands on every page', () => {
  const parts = ['body > header nav a[href]', 'body > footer a[href]'];

  it.each(parts)('has the same names in the same order everywhere: %s', (selector) => {
    const named = ({ root }: BuiltPage) =>
      root.querySelectorAll(selector).map((link) => nameOf(link));
    const home = named(site.pages.get(urls.home())!);
    expect(home.length).toBeGreaterThan(2);
    for (const page of pages) expect(named(page), page.url).toEqual(home);
  });

  it('calls a page by one name wherever it leads to it', () => {
    const names = new Map<string, Set<string>>();
    for (const page of pages)
      for (const link of page.root.querySelectorAll(parts.join())) {
        const { origin, pathname } = resolve(page, link.getAttribute('href')!);
        if (origin !== ORIGIN) continue;
        names.set(pathname, (names.get(pathname) ?? new Set()).add(nameOf(link)));
      }
    expect([...names.values()].filter(({ size }) => size > 1)).toEqual([]);
  });
});

it('controls are those of HTML, in the order of the page, and no key is taken from the reader', () => {
  const OWN =
    '[role=button], [role=link], [tabindex]:not([tabindex="0"], [tabindex="-1"]), [accesskey]';
  expect(everywhere(({ root }) => root.querySelectorAll(OWN).map(String))).toEqual([]);
});

it('a field has a label, or a name where the button beside it shows what it is for', () => {
  const faults = everywhere(({ root }) =>
    root
      .querySelectorAll('input:not([type=hidden]), select, textarea')
      .filter((field) => {
        const label = field.closest('label') ?? root.querySelector(`label[for="${field.id}"]`);
        const button = field.closest('form')?.querySelector('button');
        return !(label && nameOf(label)) && !(field.getAttribute('aria-label') && button);
      })
      .map(String),
  );
  expect(faults).toEqual([]);
});

it('every page is reached by links from the home page, and listed by the search, or below one that is', () => {
  const linked = (page: BuiltPage) =>
    page.root
      .querySelectorAll('a[href]')
      .map((link) => resolve(page, link.getAttribute('href')!).pathname);
  const reached = new Set([urls.home()]);
  for (const url of reached) {
    const page = site.pages.get(url);
    for (const found of page ? linked(page) : []) if (site.pages.has(found)) reached.add(found);
  }
  const listed = new Set(linked(site.pages.get(urls.search())!));
  const all = pages.map(({ url }) => url).filter((url) => !url.endsWith('404.html'));
  expect(all.filter((url) => !reached.has(url))).toEqual([]);
  const above = (url: string) => url.replace(/[^/]+\/$/, '');
  expect(all.filter((url) => !listed.has(url) && !listed.has(above(url)))).toEqual([]);
});
