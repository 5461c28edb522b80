/**
 * `npm run bench:search`: every figure of the search, in a real browser on the built site.
 * The queries are judged by address; `section` stands also for the one pledge of a section that has
 * a single one, since its words are there.
 */
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Plan } from '#model/plan.ts';
import { toKana, unread } from '#model/reading.ts';
import { readPlan } from '#reader/read.ts';
import { searchRecords } from '#search/records.ts';
import { urls } from '#urls.ts';
import { launchOptions } from '../browser.ts';
import { ask, focusToList, keystrokes } from './browser-side.ts';
import { rivals } from './rivals.ts';
import { serve } from './server.ts';

interface Asked {
  q: string;
  kind: string;
  expect: string[];
}

const dist = process.env.OUT_DIR ?? 'dist';
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** Slow 4G of the browser's own tools. */
const SLOW = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
};

async function quality() {
  const names = namesOf(plan);
  for (const file of ['queries.json', 'queries-own.json']) {
    const asked = JSON.parse(await readFile(`tests/bench/${file}`, 'utf8')) as Asked[];
    const answers = await onSearchPage((page) =>
      ask(
        page,
        asked.map(({ q }) => q),
      ),
    );
    const kinds = new Map<string, { n: number; first: number; third: number; none: number }>();
    const missed: string[] = [];
    asked.forEach(({ q, kind, expect }, index) => {
      const found = answers[index] ?? [];
      const right = found.map((url) =>
        (names.get(url) ?? []).some((name) => expect.includes(name)),
      );
      const absent = expect.length === 0;
      const row = kinds.get(kind) ?? { n: 0, first: 0, third: 0, none: 0 };
      row.n++;
      if (absent ? found.length === 0 : right[0]) row.first++;
      else missed.push(`${kind}: ${q}`);
      if (absent ? found.length === 0 : right.slice(0, 3).includes(true)) row.third++;
      if (!absent && found.length === 0) row.none++;
      kinds.set(kind, row);
    });
    const all = [...kinds].filter(([kind]) => kind !== 'absent').map(([, row]) => row);
    const sum = (of: (row: (typeof all)[number]) => number) =>
      all.reduce((at, row) => at + of(row), 0);
    const n = sum((row) => row.n);
    const absent = kinds.get('absent') ?? { n: 0, first: 0 };
    say(`${file} (${String(asked.length)})`, {
      'recall@3': sum((row) => row.third) / n,
      'right first': sum((row) => row.first) / n,
      'zero results, answerable': sum((row) => row.none),
      'absent clean': `${String(absent.first)} of ${String(absent.n)}`,
    });
    for (const [kind, { n, first, third }] of kinds)
      console.log(
        `    ${kind.padEnd(10)} ${String(first)} first, ${String(third)} in three, of ${String(n)}`,
      );
    if (missed.length > 0) console.log(`    not first: ${missed.join(' / ')}`);
  }
}

async function substrings() {
  const random = mulberry(20130401);
  const cuts = Array.from({ length: 300 }, () => {
    for (;;) {
      const text = lines[Math.floor(random() * lines.length)] ?? '';
      const length = 2 + Math.floor(random() * 7);
      const cut = text.substr(Math.floor(random() * text.length), length);
      if (cut.length === length && cut.trim() === cut && /[\p{L}\p{N}]{2}/u.test(cut)) return cut;
    }
  });
  const scan = cuts.map((cut) =>
    records.filter((_, at) => lines[at]?.includes(cut)).map(({ url }) => url),
  );
  const answers = await onSearchPage((page) => ask(page, cuts));
  const both = answers.map((found, at) => found.filter((url) => scan[at]?.includes(url)).length);
  const size = (lists: readonly unknown[][]) => lists.reduce((sum, list) => sum + list.length, 0);
  const common = both.reduce((a, b) => a + b, 0);
  say('300 random substrings', { recall: common / size(scan), precision: common / size(answers) });
  const wrong = cuts.flatMap((cut, at) => {
    const more = (answers[at]?.length ?? 0) - (both[at] ?? 0);
    const less = (scan[at]?.length ?? 0) - (both[at] ?? 0);
    return more + less > 0 ? [`${cut} +${String(more)} -${String(less)}`] : [];
  });
  console.log(`    differ: ${wrong.join(' / ')}`);

  const read = cuts.flatMap((cut, at) =>
    unread(cut, plan.readings).length === 0
      ? [{ cut, kana: toKana(cut, plan.readings), urls: scan[at] ?? [] }]
      : [],
  );
  const readAnswers = await onSearchPage((page) =>
    ask(
      page,
      read.map(({ kana }) => kana),
    ),
  );
  const kept = read.reduce(
    (sum, { urls }, at) => sum + urls.filter((url) => readAnswers[at]?.includes(url)).length,
    0,
  );
  const missed = read.filter(({ urls }, at) => urls.some((url) => !readAnswers[at]?.includes(url)));
  say(`their readings (${String(read.length)} that are cut between words)`, {
    recall: kept / size(read.map(({ urls }) => urls)),
  });
  if (missed.length > 0)
    console.log(`    short: ${missed.map(({ cut, kana }) => `${cut} ${kana}`).join(' / ')}`);
}

async function bytes() {
  for (const [name, query] of [
    ['a word of the text', wordOf()],
    ['a kana reading', kanaOf()],
  ] as const) {
    const page = await fresh();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const got = new Map<string, { url: string; size: number }>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) =>
      got.set(requestId, { url: request.url, size: 0 }),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = got.get(requestId);
      if (one) one.size = encodedDataLength;
    });
    await page.goto(`${server.origin}${urls.search()}`);
    await focusToList(page, query);
    await page.waitForTimeout(500);
    const files = [...got.values()].filter(({ url }) => !url.endsWith('favicon.svg'));
    const [document, ...rest] = files;
    const total = rest.reduce((sum, { size }) => sum + size, 0);
    say(`cold, ${name}`, {
      'bytes besides the page': total,
      'requests besides the page': rest.length,
      'the page itself': document?.size ?? 0,
    });
    for (const { url, size } of rest)
      console.log(`    ${String(size).padStart(6)} ${url.replace(server.origin, '')}`);
    await page.context().close();
  }
  const page = await fresh();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${server.origin}${urls.home()}`);
  say('of search on the home page before focus', {
    requests: loaded.filter((name) => /pagefind|search/.test(name)).length,
  });
  await page.context().close();
}

async function times() {
  const runs: [name: string, path: string, query: string][] = [
    ['a bare scan of the text', '/bench/scan.html', wordOf()],
    ['this site, a word of the text', urls.search(), wordOf()],
    ['Pagefind as it comes', '/bench/pagefind.html', wordOf()],
    ['this site, a kana reading', urls.search(), kanaOf()],
  ];
  const took = new Map<string, number[]>(runs.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, path, query] of runs) {
      const page = await fresh();
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', SLOW);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(`${server.origin}${path}`, { waitUntil: 'load' });
      took.get(name)?.push(await focusToList(page, query));
      await page.context().close();
    }
  const of = (name: string) => median(took.get(name) ?? []);
  const [scan = '', word = '', plain = '', kana = ''] = runs.map(([name]) => name);
  say(`focus to the first list, Slow 4G, 4× slowed, cold, medians of ${String(ROUNDS)} (ms)`, {
    ...Object.fromEntries(runs.map(([name]) => [name, Math.round(of(name))])),
    'word ÷ scan (≤ 1.5)': of(word) / of(scan),
    'kana ÷ Pagefind (≤ 0.75)': of(kana) / of(plain),
  });
}

async function typing() {
  const words = [
    ...sample(
      records.flatMap(({ titles }) => titles),
      8,
    ),
    ...sample(lines, 8).map((line) => line.slice(-6)),
    kanaOf(),
    toKana(wordOf(), plan.readings),
  ];
  const took = new Map<string, number[]>();
  for (const [name, path] of [
    ['this site', urls.search()],
    ['Pagefind as it comes', '/bench/pagefind.html'],
  ] as const) {
    const page = await fresh();
    await page.goto(`${server.origin}${path}`);
    await ask(page, [wordOf(), kanaOf()]).catch(() => undefined);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    took.set(name, await keystrokes(page, words));
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
}

/** A word that one record alone prints, and the reading of one. */
function wordOf() {
  return longest((text) => text);
}
function kanaOf() {
  return longest((text) => toKana(text, plan.readings));
}
function longest(as: (text: string) => string) {
  const words = Object.keys(plan.readings.words).filter((word) =>
    /^\p{Script=Han}{3,}$/u.test(word),
  );
  return as(
    words.find((word) => lines.filter((line) => line.includes(word)).length === 2) ??
      words[0] ??
      '',
  );
}

async function onSearchPage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await fresh();
  await page.goto(`${server.origin}${urls.search()}`);
  const result = await use(page);
  await page.context().close();
  return result;
}

async function fresh(): Promise<Page> {
  const context = await (browser as Browser).newContext({ locale: 'ja-JP' });
  return context.newPage();
}

function namesOf({
  programmes,
  sections,
  pledges,
  goals,
  principles,
}: Plan): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const one of programmes)
    names.set(urls.programme(one), [`programme:${one.id}`, `programme:${one.title}`]);
  for (const one of sections)
    names.set(urls.section(one), [`section:${one.id}`, `section:${one.name}`]);
  for (const one of pledges) {
    const { section } = one;
    const alone = section.pledges.length === 1;
    names.set(urls.pledge(one), [
      ...[`pledge:${section.id}/${one.id}`, `unit:${section.name}/${one.name}`],
      ...(alone ? [`section:${section.id}`, `section:${section.name}`] : []),
    ]);
  }
  for (const one of goals)
    names.set(urls.goal(one), [`goal:${one.id}`, `goal:${String(one.number)}`]);
  for (const one of principles) names.set(urls.principle(one), [`principle:${one.id}`]);
  names.set(urls.policy(), ['policy']);
  return names;
}

function say(title: string, figures: Record<string, number | string>) {
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(figures))
    console.log(
      `  ${name}: ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value)}`,
    );
}

function sample<Item>(items: readonly Item[], count: number): Item[] {
  const random = mulberry(7);
  return Array.from({ length: count }, () => items[Math.floor(random() * items.length)] as Item);
}

const quantile = (values: readonly number[], at: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ??
  NaN;
const median = (values: readonly number[]) => quantile(values, 0.5);

function mulberry(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const plan = await readPlan();
const records = searchRecords(plan);
const lines = records.map(({ titles, heads, words }) =>
  [titles.join('、'), ...heads, ...words].join(' '),
);
const server = await serve(
  dist,
  await rivals(dist, lines.join('\n')),
  Number(process.env.PORT ?? 0),
);
const browser = await chromium.launch(launchOptions());
try {
  await quality();
  await substrings();
  await bytes();
  await times();
  await typing();
} finally {
  await browser.close();
  server.close();
}
