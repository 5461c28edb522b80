import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf, flatten } from '#document/blocks.ts';
import { addresses } from '#links/addresses.ts';
import { brokenPromises, parsePublished, PUBLISHED_FILE } from '#links/promises.ts';
import { contentDir, readPlan } from '#reader/read.ts';
import { PAGE_IDS } from '#model/consistency.ts';
import { paragraphsOf } from '#text/body.ts';
import { belowBase, to, urls } from '#urls.ts';
import { builtSite } from './pages.ts';

const site = builtSite();
const plan = await readPlan();
const promised = addresses(plan);
const file = join(contentDir, PUBLISHED_FILE);
const published = parsePublished(existsSync(file) ? readFileSync(file, 'utf8') : '');
/** The words of each block of the plan by the addresses where it stands. */
const printed = new Map(
  flatten(documentOf(plan)).flatMap(({ block }) => {
    const { id, href, heading, lead, subtitle, body } = block;
    const words = [heading, lead, subtitle, ...paragraphsOf(body)].flatMap((part) => part ?? []);
    return [href, id && urls.full(id)].flatMap((address): [string, string[]][] =>
      address ? [[belowBase(address), words]] : [],
    );
  }),
);
const bare = (text: string) => text.replaceAll(/\s+/gu, '');

describe('every published address', () => {
  it('still stands for its subject, or is redirected', () => {
    expect(brokenPromises(published, plan)).toEqual([]);
  });

  it('includes all that the plan has now: npm run permalinks adds the new ones', () => {
    expect(promised.filter(({ path }) => !published.has(path))).toEqual([]);
  });
});

describe('every address of the plan', () => {
  it('has a fragment that its page has for nothing of its own: PAGE_IDS', () => {
    const fragments = Map.groupBy(
      promised.filter(({ path }) => path.includes('#')),
      ({ path }) => to(path).split('#')[0] ?? '',
    );
    const own = [...fragments]
      .filter(([url]) => ![urls.data(), urls.calendar()].includes(url))
      .flatMap(([url, inside]) => {
        const before = plan.redirects.map(({ from }) => from);
        const kept = [...inside.map(({ path }) => path), ...before];
        const known = new Set(kept.map((path) => path.split('#')[1]));
        const ids =
          site.pages
            .get(url)
            ?.root.querySelectorAll('[id]')
            .map(({ id }) => id) ?? [];
        return ids.filter((id) => !known.has(id) && !/-(?:name|words|pledges)$/.test(id));
      });
    expect([...new Set(own)].filter((id) => !PAGE_IDS.has(id))).toEqual([]);
  });

  it('answers, in exactly one element, with its own words', () => {
    const faults = promised.flatMap(({ path, subject }) => {
      const [url = '', id] = to(path).split('#');
      const page = site.pages.get(url);
      if (!page) return existsSync(join(site.dir, path)) ? [] : [`${path}: no page and no file`];
      const places = id ? page.root.querySelectorAll(`[id="${id}"]`) : [page.root];
      if (places.length !== 1) return [`${path}: ${String(places.length)} elements`];
      const text = bare(places[0]?.textContent ?? '');
      // A pledge is printed on the page of its section as well.
      const own = printed.get(path) ?? printed.get(`${path.replace('#', '')}/`) ?? [subject];
      const lost = own.filter((word) => !text.includes(bare(word)));
      return lost.map((word) => `${path}: without ${word}`);
    });
    expect(faults).toEqual([]);
    const blocks = promised.filter(({ path }) => path.includes('#')).length;
    console.log(
      `addresses promised ${String(promised.length)} (${String(blocks)} fragments), answered ${String(promised.length - faults.length)}`,
    );
  });
});
