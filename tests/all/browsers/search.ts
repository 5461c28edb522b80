import { describe, expect, it } from 'vitest';
import { to, urls } from '#urls.ts';
import type { Open } from './core.ts';
import { complaints, type Tab } from './tab.ts';

/** What the page answers, once it has the whole answer; runs in it. */
function answered() {
  const list = document.getElementById('results');
  if (list?.ariaBusy !== 'false') throw new Error('no answer yet');
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  return {
    address: location.pathname,
    query: new URLSearchParams(location.search).get('q'),
    titles: [...list.querySelectorAll('li > a')].map((link) => link.textContent.trim()),
    marks: list.querySelectorAll('mark').length,
    index: part('index')?.checkVisibility(),
    failed: part('failed')?.checkVisibility(),
  };
}

/** The answer to `query`, whatever page is still shown when this is asked. */
async function answerTo(tab: Tab, query: string) {
  await expect.poll(async () => (await tab.run(answered)).query).toBe(query);
  return tab.run(answered);
}

const type = async (tab: Tab, field: string, text: string) => {
  await tab.run((selector) => {
    document.querySelector<HTMLInputElement>(selector)?.select();
  }, field);
  await tab.press(...text);
};

const choose = (tab: Tab, name: string, value: string) =>
  tab.run(
    (select, option) => {
      const chosen = document.querySelector(`select[name="${select}"]`) as HTMLSelectElement;
      chosen.value = option;
      chosen.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    value,
  );

export function search(open: Open): void {
  describe('the search', () => {
    it.each([
      ['防災', '災害に強い区づくり事業'],
      ['ぼうさい', '災害に強い区づくり事業'],
      ['ＤＶ', 'DV対策事業'],
      // Only the index knows this word.
      ['家庭内暴力', 'DV対策事業'],
      // A slip of the keys: what looks for those is loaded when it is wanted.
      ['ボランテイア', 'ジュニアボランティア体験事業'],
    ])('asked for %s from the head of a page, finds %s', async (query, title) => {
      const tab = await open(to());
      await type(tab, '#site-search', query);
      await tab.press('Enter');
      const { address, titles, marks, failed, index } = await answerTo(tab, query);
      expect(address).toBe(urls.search());
      expect(titles).toContain(title);
      expect(titles.indexOf(title)).toBeLessThan(3);
      expect([failed, index]).toEqual([false, false]);
      expect(marks).toBeGreaterThanOrEqual(query === '家庭内暴力' ? 0 : 1);
    });

    it('answers while the reader types, and the browser has nothing to say against it', async () => {
      const tab = await open(urls.search());
      await type(tab, '#q', '家庭内暴力');
      const { titles, failed } = await answerTo(tab, '家庭内暴力');
      expect(titles).toContain('DV対策事業');
      expect(failed).toBe(false);
      const loaded = await tab.run(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(loaded.filter((name) => name.endsWith('/search/words.json'))).not.toEqual([]);
      expect(await tab.run(complaints)).toEqual([]);
    });

    it('filters with counts, several at once, and keeps them in the address', async () => {
      const tab = await open(`${urls.search()}?q=${encodeURIComponent('地域')}`);
      const all = await answerTo(tab, '地域');
      // They are counted while they are open.
      await tab.click('.find-filters summary');
      const countOf = () =>
        tab.run(() => {
          const option = document.querySelector('select[name="kind"] option[value="programme"]');
          return Number(/\((\d+)\)/.exec(option?.textContent ?? '')?.[1] ?? 0);
        });
      await expect.poll(countOf).toBeGreaterThan(0);
      const counted = await countOf();
      expect(counted).toBeLessThan(all.titles.length);
      await choose(tab, 'kind', 'programme');
      expect((await tab.run(answered)).titles).toHaveLength(counted);
      await choose(tab, 'goal', '1');
      const both = await tab.run(answered);
      expect(both.titles.length).toBeGreaterThan(0);
      expect(both.titles.length).toBeLessThan(counted);
      await tab.run(() => {
        history.back();
      });
      await expect.poll(async () => (await tab.run(answered)).titles.length).toBe(counted);
      await tab.run(() => {
        location.reload();
      });
      await expect.poll(async () => (await tab.run(answered)).titles.length).toBe(counted);
    });

    it('is used with the keyboard alone', async () => {
      const tab = await open(urls.search());
      await type(tab, '#q', '保育園');
      expect((await answerTo(tab, '保育園')).titles.length).toBeGreaterThan(1);
      const at = () =>
        tab.run(() => {
          const links = [...document.querySelectorAll('#results > li > a')];
          return [links.indexOf(document.activeElement as Element), document.activeElement?.id];
        });
      await tab.press('ArrowDown');
      expect(await at()).toEqual([0, '']);
      await tab.press('ArrowDown');
      expect(await at()).toEqual([1, '']);
      await tab.press('ArrowUp', 'ArrowUp');
      expect(await at()).toEqual([-1, 'q']);
      await tab.press('ArrowDown', 'Escape');
      expect(await at()).toEqual([-1, 'q']);
      await tab.press('Escape');
      await expect.poll(() => tab.run(answered)).toMatchObject({ titles: [], index: true });
    });
  });
}
