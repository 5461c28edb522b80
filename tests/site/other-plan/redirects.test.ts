/** What had another address before is found at its old one, which leads to where it is now. */
import { describe, expect, it } from 'vitest';
import { BASE, absolute } from '#urls.ts';
import { SECOND_ENDS, SECOND_MOVES } from '../../fixtures/second-plan.ts';
import { brokenReferences, builtSite } from '../pages.ts';

const site = builtSite();
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
