/** How long a reader waits for the search. */
import { toKana } from '#model/reading.ts';
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

/** From the focus to the first list on a slow line, beside a bare scan and plain Pagefind. */
export async function times(
  { origin, word: aWord, kana: aReading, fresh }: Ground,
  rounds: number,
) {
  const runs: [name: string, path: string, query: string][] = [
    ['a bare scan of the text', '/bench/scan.html', aWord],
    ['this site, a word of the text', urls.search(), aWord],
    ['Pagefind as it comes', '/bench/pagefind.html', aWord],
    ['this site, a kana reading', urls.search(), aReading],
  ];
  const took = new Map<string, number[]>(runs.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, path, query] of runs) {
      const page = await fresh();
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(`${origin}${path}`, { waitUntil: 'load' });
      took.get(name)?.push(await focusToList(page, query));
      await page.context().close();
    }
  const of = (name: string) => median(took.get(name) ?? []);
  const [scan = '', word = '', plain = '', kana = ''] = runs.map(([name]) => name);
  say(`focus to the first list, Slow 4G, 4× slowed, cold, medians of ${String(rounds)} (ms)`, {
    ...Object.fromEntries(runs.map(([name]) => [name, Math.round(of(name))])),
    'word ÷ scan (≤ 1.5)': of(word) / of(scan),
    'kana ÷ Pagefind (≤ 0.75)': of(kana) / of(plain),
  });
}

/** From a key to what it changes on a slow device, beside plain Pagefind. */
export async function typing({ plan, records, lines, origin, word, kana, fresh }: Ground) {
  const { pick } = random(7);
  const sample = <Item>(items: readonly Item[], count: number) =>
    Array.from({ length: count }, () => pick(items));
  const words = [
    ...sample(
      records.flatMap(({ titles }) => titles),
      8,
    ),
    ...sample(lines, 8).map((line) => line.slice(-6)),
    kana,
    toKana(word, plan.readings),
  ];
  const took = new Map<string, number[]>();
  const busy = new Map<string, number>();
  for (const [name, path] of [
    ['this site', urls.search()],
    ['Pagefind as it comes', '/bench/pagefind.html'],
  ] as const) {
    const page = await fresh();
    await page.goto(`${origin}${path}`);
    await ask(page, [word, kana]).catch(() => undefined);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    // Of the processor's own clock, which other work on the machine does not lengthen.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    const before = await worked();
    const keys = await keystrokes(page, words);
    took.set(
      name,
      keys.map(({ all }) => all),
    );
    busy.set(name, ((await worked()) - before) / keys.length);
    await page.context().close();
  }
  say(
    'keystroke to painted results, warm, 4× slowed, 95th percentile (ms)',
    Object.fromEntries(
      [...took].map(([name, all]) => [
        `${name} (${String(all.length)} keys)`,
        Math.round(quantile(all, 0.95)),
      ]),
    ),
  );
  say(
    "work of the page's thread a keystroke, mean (ms of processor)",
    Object.fromEntries([...busy].map(([name, ms]) => [name, Math.round(ms * 10) / 10])),
  );
}
