import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { SITE, urls } from '#urls.ts';
import { broken, brokenReferences, builtSite, ORIGIN, referencesOf, resolve } from './pages.ts';

const site = builtSite();

describe('links', () => {
  it('all lead to a page, a fragment or a file', () => {
    expect(brokenReferences(site)).toEqual([]);
  });

  it('lead the search to the index of this build, whatever the shell of the build had set', () => {
    const html = site.pages.get(urls.search())?.root.innerHTML;
    expect(html).toContain(`pagefind&quot;:&quot;${urls.searchIndex()}&quot;`);
  });

  it('never fix the origin, so that the site can be served anywhere', () => {
    const fixed = [...site.pages.values()].flatMap((page) =>
      referencesOf(page).filter(({ tag, href }) => tag !== 'link' && href.startsWith(SITE)),
    );
    expect(fixed).toEqual([]);
  });

  it('that are broken would be seen', () => {
    const page = site.pages.get(urls.home());
    if (!page) throw new Error('no home page');
    const why = (href: string) => broken(site, page, { tag: 'a', href });
    expect(why(urls.policy())).toBeUndefined();
    expect(why(`${urls.policy()}#no-such-id`)).toBe('no such fragment');
    expect(why(urls.policy().slice(0, -1))).toBe('no such page or file');
    expect(why(`${urls.home()}no-such-page/`)).toBe('no such page or file');
  });
});

describe('the menu', () => {
  const current = (url: string) =>
    site.pages
      .get(url)
      ?.root.querySelectorAll('header nav a[aria-current]')
      .map((link) => [link.getAttribute('href'), link.getAttribute('aria-current')]) ?? [];
  const menu = () =>
    site.pages
      .get(urls.home())
      ?.root.querySelectorAll('header nav a[href]')
      .flatMap((link) => link.getAttribute('href') ?? []) ?? [];

  it('marks the page that it stands on, and above a page the one that leads to it', () => {
    expect(menu().length).toBeGreaterThan(2);
    for (const href of menu()) expect(current(href), href).toEqual([[href, 'page']]);
    for (const url of site.pages.keys()) {
      const above = menu().filter((href) => href !== url && url.startsWith(href));
      if (!menu().includes(url))
        expect(current(url), url).toEqual(above.map((href) => [href, 'true']));
    }
  });
});

describe('the home page', async () => {
  const plan = await readPlan();

  it('has the section of every pledge within two links', () => {
    const linked = (url: string) => {
      const page = site.pages.get(url);
      if (!page) return [];
      return page.root
        .querySelectorAll('a[href]')
        .map((link) => resolve(page, link.getAttribute('href') ?? ''))
        .flatMap(({ origin, pathname }) => (origin === ORIGIN ? [pathname] : []));
    };
    const near = new Set(linked(urls.home()).flatMap((url) => [url, ...linked(url)]));
    const far = plan.pledges
      .map(urls.pledgeOfSection)
      .filter((address) => !near.has(new URL(address, ORIGIN).pathname));
    expect(far).toEqual([]);
    expect(plan.pledges.length).toBeGreaterThan(0);
  });
});
