/** The next ward, the next year: a site made of another content folder, and of nothing else. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentDir, readPlan } from '#reader/read.ts';
import { absolute, BASE, to } from '#urls.ts';
import { DIST, htmlFiles } from '../../dist-folder.ts';
import { SECOND, SECOND_ENDS, SECOND_MOVES } from '../../fixtures/second-plan.ts';
import { brokenReferences, builtSite } from '../pages.ts';

const site = builtSite();
const plan = await readPlan();

describe('another plan', () => {
  it('has a page for each of its goals, programmes and sections', () => {
    const pages = (folder: string) => globSync(`${folder}/*/index.html`, { cwd: DIST });
    expect(plan.goals).toHaveLength(SECOND.goals);
    expect(pages('goals')).toHaveLength(SECOND.goals);
    expect(pages('programmes')).toHaveLength(SECOND.programmes);
    expect(pages('sections')).toHaveLength(SECOND.sections);
  });

  it('publishes a page that is only written, with its entry in the menu and in the sitemap', () => {
    const [glossary] = plan.pages.filter(({ id }) => id === 'glossary');
    const { title, description } = glossary!.data;
    const { pages } = site;
    const page = pages.get(to('glossary/'))!.root;
    expect(page.querySelector('h1')?.text.trim()).toBe(title);
    expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBe(description);
    expect(page.querySelector('#yakusoku')?.text).toBe('やくそく');
    for (const { url, root } of pages.values())
      if (root.querySelector('header'))
        expect(root.querySelector(`header a[href="${to('glossary/')}"]`)?.text, url).toBe(title);
    expect(readFileSync(path.join(DIST, 'sitemap.xml'), 'utf8')).toContain('/glossary/<');
  });

  it('says nothing of the first plan', async () => {
    const first = await readPlan('content');
    // The first may be of the same year, or the next.
    const { start } = plan.policy.fiscalYear;
    const own = globSync('**/*.mdx', { cwd: contentDir })
      .map((file) => readFileSync(path.join(contentDir, file), 'utf8'))
      .concat(String(start), String(start + 1))
      .join('\n');
    const words = [
      ...[
        first.policy.city,
        first.policy.ward,
        first.policy.fiscalYear.printed,
        String(first.policy.fiscalYear.start),
      ],
      ...first.goals.map(({ title }) => title),
      ...first.programmes.map(({ title }) => title),
      ...first.sections.map(({ name }) => name),
      ...first.pledges.flatMap(({ units }) => units),
      ...(first.policy.mascot ? [first.policy.mascot.name] : []),
    ].filter((word) => !own.includes(word));
    expect(words.length).toBeGreaterThan(10);
    for (const page of htmlFiles()) {
      // A hash in the policy may hold any letters and digits.
      const html = readFileSync(path.join(DIST, page), 'utf8').replace(/'sha256-[^']+'/g, '');
      expect(
        words.filter((word) => html.includes(word)),
        page,
      ).toEqual([]);
    }
  });
});

/** What had another address before is found at its old one, which leads to where it is now. */
const moves = SECOND_MOVES.map(({ from, to }) => ({ from: BASE + from, to: BASE + to }));

describe('a redirect', () => {
  it.each(moves.filter(({ from }) => !from.includes('#')))(
    'of a page leaves a page that leads on: $from',
    ({ from, to }) => {
      const old = site.pages.get(from);
      expect(old?.root.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
        absolute(to),
      );
      expect(old?.html).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`);
      const title = site.pages.get(to)?.root.querySelector('h1')?.text.trim();
      expect(title).toBeTruthy();
      expect(old?.root.querySelector(`main a[href="${to}"]`)?.text).toContain(title);
    },
  );

  it.each(moves.filter(({ from }) => from.includes('#')))(
    'of a place on a page leaves the old place, with the way on: $from',
    ({ from, to }) => {
      const [url = '', id = ''] = from.split('#');
      const places = site.pages.get(url)?.root.querySelectorAll(`[id="${id}"]`) ?? [];
      expect(places).toHaveLength(1);
      expect(places[0]?.querySelector('a')?.getAttribute('href')).toBe(to);
    },
  );

  it.each(SECOND_ENDS)('of what has ended says so and leads nobody on: $from', ({ from, to }) => {
    const [url = '', id] = from.split('#');
    const page = site.pages.get(BASE + url);
    const place = id ? page?.root.querySelector(`[id="${id}"]`) : page?.root.querySelector('main');
    expect(place?.text).toContain('今の計画にはありません');
    expect(place?.querySelector('a:not([data-moved])')?.getAttribute('href')).toBe(BASE + to);
    expect(page?.html).not.toContain('http-equiv="refresh"');
  });

  it('leads to what is there', () => {
    expect(brokenReferences(site)).toEqual([]);
  });
});
