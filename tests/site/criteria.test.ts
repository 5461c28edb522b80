import { describe, expect, it } from 'vitest';
import { CRITERIA } from '#model/criteria.ts';
import { builtSite } from './pages.ts';

/** An address that has moved leads on at once, which is no limit of time. */
const pages = [...builtSite().pages.values()].filter(
  ({ root }) => !root.querySelector('[http-equiv=refresh][content^="0;"]'),
);

describe.each(CRITERIA.filter(({ absent }) => absent !== undefined))(
  'criterion $id',
  ({ absent = '' }) => {
    it('has nothing to apply to on any page', () => {
      expect(pages.length).toBeGreaterThan(10);
      for (const { url, root } of pages) expect(root.querySelector(absent), url).toBeNull();
    });
  },
);

it('nothing on a page goes on moving', () => {
  for (const { url, html } of pages) expect(/animation[^;}]*infinite/.exec(html), url).toBeNull();
});
