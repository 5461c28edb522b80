/** Ways of readers through the site that every browser is tried in: in Chromium, Firefox and WebKit. */
import { expect } from '@playwright/test';
import { chapterHref } from '#document/chapters.ts';
import { readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';
import { absolute, BASE, to, urls } from '#urls.ts';
import type { Faults } from '../site/servers/plain-server.ts';
import * as measure from './measure.ts';
import { LONG, PLACES, WHOLE } from './places.ts';
import { HANDSET, soon, WIDE, type Open, type Tab } from './tab.ts';

export interface Journey {
  name: string;
  /** `faults` is what the server behind `open` does wrong from then on. */
  go: (open: Open, faults: Faults) => Promise<void>;
}

const plan = await readPlan();
/** Pixels that a place may stand beside its mark. */
const NEAR = 2;

/** Expects that nothing has moved since the page was shown (Chromium alone tells), and the place. */
async function expectOnMark(tab: Tab, where: string) {
  expect(await tab.run(measure.shifts), where).toEqual([]);
  expect(await tab.run(measure.besideMark), where).toBeLessThanOrEqual(NEAR);
}

/** Scrolls to seven tenths of the page, and tells what stands there. */
async function readOn(tab: Tab) {
  await tab.run(measure.shifts);
  await tab.run(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    scrollTo({ top: (scrollHeight - clientHeight) * 0.7, behavior: 'instant' });
  });
  await tab.run(measure.shifts);
  return tab.run(measure.firstWords);
}

async function expectPlace(tab: Tab, place: Awaited<ReturnType<typeof readOn>>) {
  await tab.run(measure.shifts);
  const now = await tab.run(measure.firstWords);
  expect(now.words).toBe(place.words);
  expect(Math.abs(now.top - place.top)).toBeLessThanOrEqual(NEAR);
}

/** Follows a link from where the page stands: a click by the mouse would scroll to it. */
const follow = (tab: Tab, selector: string) =>
  tab.run((wanted) => document.querySelector<HTMLAnchorElement>(wanted)?.click(), selector);
const reaches = (tab: Tab, address: string) =>
  soon(() => tab.run(() => location.pathname + location.hash)).toBe(address);

/** From another page: an address that differs in its fragment alone would not load anew. */
async function land(open: Open, address: string, width: number) {
  await open(to('404.html'), width);
  return open(address, width);
}

const landings = [HANDSET, WIDE].flatMap((width): Journey[] => [
  ...PLACES.map(([address, ids]) => ({
    name: `${address} shows each place that is asked of it, at ${String(width)} px`,
    go: async (open: Open) => {
      const [first = '', ...others] = ids;
      const tab = await land(open, `${address}#${first}`, width);
      await expectOnMark(tab, first);
      for (const id of others) {
        await tab.run((fragment) => (location.hash = fragment), id);
        await expectOnMark(tab, id);
      }
    },
  })),
  ...LONG.map((address) => ({
    name: `${address} keeps a place over reloading, going and coming back, at ${String(width)} px`,
    go: async (open: Open) => {
      const tab = await land(open, address, width);
      const place = await readOn(tab);
      await tab.go(0);
      await expectPlace(tab, place);
      await follow(tab, `header a[href="${urls.home()}"]`);
      await reaches(tab, urls.home());
      const home = await readOn(tab);
      await tab.go(-1);
      await reaches(tab, address);
      await expectPlace(tab, place);
      await tab.go(1);
      await reaches(tab, urls.home());
      await expectPlace(tab, home);
    },
  })),
  ...LONG.map((address) => ({
    name: `${address} ends where the End key leads, at ${String(width)} px`,
    go: async (open: Open) => {
      const tab = await land(open, address, width);
      await tab.press('End');
      await soon(() => tab.run(measure.belowWindow)).toBeLessThanOrEqual(NEAR);
      expect(await tab.run(measure.shifts)).toEqual([]);
      expect(await tab.run(measure.belowWindow)).toBeLessThanOrEqual(NEAR);
    },
  })),
  ...PLACES.filter(
    ([address, ids]) => ids.length === 1 && !address.startsWith(urls.yomigana()),
  ).map(([address, ids]) => ({
    name: `${address} leads to its readings and back, at ${String(width)} px`,
    go: async (open: Open) => {
      const own = `${address}#${ids[0] ?? ''}`;
      const tab = await land(open, own, width);
      const place = await readOn(tab);
      const kana = '[data-way-back]';
      const readings = await tab.run((selector) => {
        const { pathname, hash } = document.querySelector<HTMLAnchorElement>(selector)!;
        return pathname + hash;
      }, kana);
      await follow(tab, kana);
      await reaches(tab, readings);
      if (readings.includes('#')) await expectOnMark(tab, readings);
      await tab.go(-1);
      await reaches(tab, own);
      await expectPlace(tab, place);
      await tab.go(1);
      await reaches(tab, readings);
      await tab.run(measure.shifts);
      await follow(tab, '[data-way-back]');
      await reaches(tab, address);
    },
  })),
]);

/** The addresses of the time when one page held all readings. */
const oldReadings = WHOLE.map((id): Journey => ({
  name: `${urls.yomigana(id)} leads on to the chapter that holds it`,
  go: async (open) =>
    reaches(await land(open, urls.yomigana(id), HANDSET), chapterHref(plan, id) ?? ''),
}));

const [pledge] = plan.pledges;

/** Strikes the first button of this kind, and waits for what the page says of it. */
async function copy(tab: Tab, kind: string, said: string) {
  await tab.run((name) => {
    const button = document.querySelector<HTMLElement>(`button[data-copy="${name}"]`);
    button?.closest('details')?.setAttribute('open', '');
    button?.focus();
  }, kind);
  await tab.press('Enter');
  const statuses = () =>
    tab.run(() =>
      Array.from(
        document.querySelectorAll('[role=status]'),
        ({ textContent }) => textContent,
      ).join(),
    );
  await soon(statuses).toContain(said);
}

/** What a reader then pastes into the search box. */
async function pasted(tab: Tab) {
  const box = 'input[name=q]';
  await tab.run((selector) => document.querySelector<HTMLInputElement>(selector)?.focus(), box);
  await tab.control('v');
  const value = () =>
    tab.run((selector) => document.querySelector<HTMLInputElement>(selector)?.value, box);
  await soon(value).not.toBe('');
  return value();
}

const copies = (pledge ? [urls.section(pledge.section)] : []).flatMap((address): Journey[] => [
  {
    name: 'a pledge gives its address and its citation by buttons, and says so',
    go: async (open) => {
      const tab = await open(address);
      await copy(tab, 'link', t.share.done);
      expect(await pasted(tab)).toContain(
        absolute(urls.pledge(pledge!)).replace(/^.*:\/\/[^/]+/, ''),
      );
      await copy(await open(address), 'citation', t.share.done);
      const text = await pasted(tab);
      for (const part of [pledge!.name, pledge!.section.name, absolute(urls.pledge(pledge!))])
        expect(text).toContain(part);
    },
  },
  {
    name: 'a copy that is refused says so',
    go: async (open) => {
      const tab = await open(address);
      await tab.run(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      });
      await copy(tab, 'link', t.share.failed);
    },
  },
]);

/** What the page of the search answers, once it has the whole answer; runs in it. */
function answered() {
  const list = document.getElementById('results');
  const part = (name: string) =>
    document.querySelector<HTMLElement>(`[data-part="${name}"]`)?.checkVisibility() ?? false;
  return {
    isWhole: list?.ariaBusy === 'false',
    query: new URLSearchParams(location.search).get('q'),
    titles: Array.from(list?.querySelectorAll('li > a') ?? [], (link) => link.textContent.trim()),
    index: part('index'),
    failed: part('failed'),
    none: part('none'),
  };
}

/** The whole answer to `query`, whatever page is still shown when this is asked. */
async function answerTo(tab: Tab, query: string) {
  await soon(async () => {
    const now = await tab.run(answered);
    return now.isWhole ? now.query : undefined;
  }).toBe(query);
  return tab.run(answered);
}
const titlesOf = (tab: Tab) => async () => {
  const { isWhole, titles } = await tab.run(answered);
  return isWhole ? titles.length : undefined;
};

const type = async (tab: Tab, field: string, text: string) => {
  await tab.run((selector) => document.querySelector<HTMLInputElement>(selector)?.select(), field);
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

const asked = (query: string) => `${urls.search()}?q=${encodeURIComponent(query)}`;
/** In no plan, so that every file of the search is wanted. */
const ABSENT = '図書館';

const searches: Journey[] = [
  ...[
    ['防災', '災害に強い区づくり事業'],
    ['ぼうさい', '災害に強い区づくり事業'],
    ['ＤＶ', 'DV対策事業'],
    // Only the index knows this word.
    ['家庭内暴力', 'DV対策事業'],
    // A slip of the keys: what looks for those is loaded when it is wanted.
    ['ボランテイア', 'ジュニアボランティア体験事業'],
  ].map(([query = '', title = '']) => ({
    name: `the search, asked for ${query} from the head of a page, finds ${title}`,
    go: async (open: Open) => {
      const tab = await open(to());
      await type(tab, 'input[name=q]', query);
      await tab.press('Enter');
      const { titles, failed, index } = await answerTo(tab, query);
      expect(titles.slice(0, 3)).toContain(title);
      expect([failed, index]).toEqual([false, false]);
    },
  })),
  {
    name: 'the search filters with counts, several at once, and keeps them in the address',
    go: async (open) => {
      const tab = await open(asked('地域'));
      const all = await answerTo(tab, '地域');
      // They are counted while they are open.
      await tab.click('.find-filters > summary');
      const countOf = () =>
        tab.run(() => {
          const option = document.querySelector('select[name="kind"] option[value="programme"]');
          return Number(/\((\d+)\)/.exec(option?.textContent ?? '')?.[1] ?? 0);
        });
      await soon(countOf).toBeGreaterThan(0);
      const counted = await countOf();
      expect(counted).toBeLessThan(all.titles.length);
      await choose(tab, 'kind', 'programme');
      await soon(titlesOf(tab)).toBe(counted);
      await choose(tab, 'goal', '1');
      const both = await answerTo(tab, '地域');
      expect(both.titles.length).toBeGreaterThan(0);
      expect(both.titles.length).toBeLessThan(counted);
      await tab.run(() => {
        history.back();
      });
      await soon(titlesOf(tab)).toBe(counted);
      await tab.go(0);
      await soon(titlesOf(tab)).toBe(counted);
    },
  },
  {
    name: 'the search is used with the keyboard alone',
    go: async (open) => {
      const tab = await open(urls.search());
      await type(tab, '#q', '保育園');
      expect((await answerTo(tab, '保育園')).titles.length).toBeGreaterThan(1);
      const at = () =>
        tab.run(() => {
          const links = [...document.querySelectorAll('#results > li > a')];
          return [links.indexOf(document.activeElement as Element), document.activeElement?.id];
        });
      for (const [keys, place] of [
        [['ArrowDown'], [0, '']],
        [['ArrowDown'], [1, '']],
        [
          ['ArrowUp', 'ArrowUp'],
          [-1, 'q'],
        ],
        [
          ['ArrowDown', 'Escape'],
          [-1, 'q'],
        ],
      ] as const) {
        await tab.press(...keys);
        expect(await at()).toEqual(place);
      }
      await tab.press('Escape');
      await soon(() => tab.run(answered)).toMatchObject({ titles: [], index: true });
    },
  },
  ...(['missing', 'cut'] as const).map((fault): Journey => ({
    name: `the search says that a file is ${fault}, and its button fetches it again`,
    go: async (open, faults) => {
      const tab = await open(asked(ABSENT));
      const says = (failed: boolean) => ({ failed, none: !failed });
      await soon(() => tab.run(answered)).toMatchObject(says(false));
      const files = await tab.run(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      );
      const ofSearch = /\/pagefind\/|\/_astro\/homophones\.|\/search\/\w+\.json$/;
      const wanted = new Set(files.filter((file) => ofSearch.test(file)));
      expect(wanted.size).toBeGreaterThan(4);
      for (const file of wanted) {
        faults[fault] = file.slice(BASE.length);
        await open(asked(ABSENT));
        await soon(() => tab.run(answered), file).toMatchObject(says(true));
        faults[fault] = undefined;
        await tab.click('[data-part="retry"]');
        await soon(() => tab.run(answered), `${file} again`).toMatchObject(says(false));
      }
    },
  })),
];

export const journeys: readonly Journey[] = [...landings, ...oldReadings, ...copies, ...searches];
