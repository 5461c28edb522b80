/** What the search costs: bytes on the line, and how long a reader waits. */
import type { Page } from '@playwright/test';
import { toKana } from '#model/reading.ts';
import { scanFile } from '#search/records.ts';
import type { ScanFile } from '#search/record.ts';
import { urls } from '#urls.ts';
import { random } from '../fixtures/random.ts';
import { ask, focusToList, keystrokes } from './browser-side.ts';
import { median, quantile, say } from './figures.ts';
import type { Ground } from './search-ground.ts';

/** Slow 4G of the browser's own tools. */
const SLOW = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};
/** Files of the plan's own answer; those of Pagefind come after it. */
const OWN = /\/_astro\/|\/search\//;

/** What a first question fetches besides the page before the plan's own answer is whole. */
export async function bytes({ origin, word, kana, fresh }: Ground) {
  for (const [name, query] of [
    ['a word of the text', word],
    ['a kana reading', kana],
    ['a slip', '自動虐待'],
  ] as const) {
    const page = await fresh();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const got = new Map<string, { url: string; size: number }>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) =>
      got.set(requestId, { url: request.url.replace(origin, ''), size: 0 }),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = got.get(requestId);
      if (one) one.size = encodedDataLength;
    });
    await page.goto(`${origin}${urls.search()}`);
    await ask(page, [query]);
    const [document, ...rest] = [...got.values()].filter(({ url }) => OWN.test(url));
    say(`cold, ${name}`, {
      'bytes besides the page': rest.reduce((sum, { size }) => sum + size, 0),
      'requests besides the page': rest.length,
      'the page itself': document?.size ?? 0,
    });
    await page.context().close();
  }
}

/** From the focus to the first list on a slow line. */
export async function times({ origin, word, kana, fresh }: Ground, rounds: number) {
  const took = new Map<string, number[]>([
    ['a word of the text', []],
    ['a kana reading', []],
  ]);
  for (let round = 0; round < rounds; round++)
    for (const [name, all] of took) {
      const page = await fresh();
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(`${origin}${urls.search()}`, { waitUntil: 'load' });
      all.push(await focusToList(page, name.includes('kana') ? kana : word));
      await page.context().close();
    }
  say(
    `focus to the first list, Slow 4G, 4× slowed, cold, medians of ${String(rounds)} (ms)`,
    Object.fromEntries([...took].map(([name, all]) => [name, Math.round(median(all))])),
  );
}

/** From a key to all that it changes on a slow device, on this plan and on one of 1,500 records. */
export async function typing(ground: Ground) {
  const { pick } = random(7);
  const { plan, records, word, kana } = ground;
  const words = [
    ...Array.from({ length: 8 }, () => pick(records).titles[0]?.slice(0, 8) ?? ''),
    ...Array.from({ length: 8 }, () => pick(records).passages[0]?.text.slice(-6) ?? ''),
    kana,
    toKana(word, plan.readings),
  ].filter((one) => one !== '');
  const measure = async (page: Page) => {
    await ask(page, [word, kana]);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    return keystrokes(page, words);
  };
  const file = largePlan(scanFile(plan), Object.keys(plan.readings.words), 1500);
  const large = await ground.onSearchPage(measure, async (page) => {
    await page.route(`**${urls.searchFile('words')}`, (route) => route.fulfill({ json: file }));
    await page.route(
      ({ pathname }) => pathname === urls.search(),
      async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          '&quot;isPrinted&quot;:true',
          '&quot;isPrinted&quot;:false',
        );
        await route.fulfill({ response, body });
      },
    );
  });
  const own = await ground.onSearchPage(measure);
  for (const [name, keys] of [
    ['this plan', own],
    ['1,500 records', large],
  ] as const) {
    const slowest = (of: 'first' | 'all') =>
      Math.round(
        quantile(
          keys.map((key) => key[of]),
          0.95,
        ),
      );
    say(`keystroke to painted results, warm, 4× slowed, ${name} (${String(keys.length)} keys)`, {
      'first results, 95th percentile (ms)': slowest('first'),
      'all results, 95th percentile (ms)': slowest('all'),
    });
  }
}

/** The records again and again, each time with its words of two kanji changed for others. */
export function largePlan(file: ScanFile, read: readonly string[], count: number): ScanFile {
  const words = read.filter((word) => /^\p{Script=Han}{2}$/u.test(word));
  const keywords: Record<string, string> = {};
  const records = Array.from({ length: count }, (_, at) => {
    const record = file.records[at % file.records.length] as ScanFile['records'][number];
    const turn = Math.floor(at / file.records.length);
    const changed = (text: string) =>
      text.replace(/\p{Script=Han}{2}/gu, (found) => {
        const place = words.indexOf(found);
        return place < 0 ? found : (words[(place + turn * 7) % words.length] ?? found);
      });
    const url = `${record.url}${String(turn)}`;
    keywords[url] = file.keywords[record.url] ?? '';
    const passages = record.passages.map((one) => ({ ...one, text: changed(one.text) }));
    return { ...record, url, titles: record.titles.map(changed), passages };
  });
  return { ...file, keywords, records };
}
