/** What the search costs where many plans are searched together: invented records of years of wards. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { IndexFile } from 'pagefind';
import { makeIndex, summaryOf, writeIndex } from '../../src/integrations/search.ts';
import { precompress, QUALITY } from '#deploy/precompress.ts';
import type { Reading, StoredRecord } from '#search/candidate.ts';
import { indexEntry } from '#search/records.ts';
import { toKana } from '#model/reading.ts';
import { urls } from '#urls.ts';
import { random } from '../fixtures/random.ts';
import { ask, keystrokes } from './browser-side.ts';
import { quantile, say } from './figures.ts';
import type { Ground } from './search-ground.ts';
import { serve } from './server.ts';

/** `shards`: the same records as indexes by year, the newest first. SCALE=50000/10 measures that one. */
const SIZES = [
  { records: 5_000, shards: 1 },
  { records: 50_000, shards: 1 },
  { records: 50_000, shards: 10 },
];

export async function scale(ground: Ground, dist: string) {
  const wanted = process.env.SCALE ?? '';
  for (const { records, shards } of SIZES) {
    if (!`${String(records)}/${String(shards)}`.startsWith(wanted)) continue;
    const folder = mkdtempSync(path.join(tmpdir(), 'plan-scale-'));
    try {
      cpSync(dist, folder, { recursive: true });
      rmSync(path.join(folder, 'pagefind'), { recursive: true });
      const made = await invent(ground, folder, records, shards);
      await measure(ground, folder, `${String(records)} records in ${String(shards)}`, made);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

/** Writes the indexes and tells the search page of them; gives words that some records have. */
async function invent({ plan }: Ground, dist: string, count: number, shards: number) {
  const { pick, below } = random(count + shards);
  const words = Object.entries(plan.readings.words).filter(([word]) =>
    /^\p{Script=Han}{2,}$/u.test(word),
  );
  const name = () => Array.from({ length: 2 }, () => pick(words));
  const written = (all: readonly Reading[]) => all.map(([word]) => word).join('');
  const spoken = (all: readonly Reading[]) => all.map(([, kana]) => kana).join('');
  const asked = Array.from({ length: 8 }, name);
  // Anywhere: among equals the first would come first.
  const places = asked.map(() => below(count / shards));
  const record = (at: number, shard: number): StoredRecord => {
    const readings: Reading[] = [];
    const text = (all: readonly Reading[]) => {
      readings.push(...all);
      return written(all);
    };
    const sentence = () => Array.from({ length: 8 }, () => text(name())).join('の');
    return {
      url: `/${String(shard)}/${String(at)}/`,
      kind: pick(['programme', 'pledge', 'section']),
      goals: [1 + below(3)],
      sections: [],
      months: [1 + below(12)],
      titles: [`${text(asked[places.indexOf(at)] ?? name())}事業`],
      heads: [`${text(name())}課`],
      passages: [{ id: 'a', text: sentence(), months: [] }, { text: sentence() }],
      synonyms: Array.from({ length: 10 }, name).map((all): Reading => [written(all), spoken(all)]),
      plan: `${String(2013 - shard)}年度`,
      readings: [...new Map(readings)],
    };
  };
  const started = performance.now();
  let [files, memory] = [0, 0];
  for (let shard = 0; shard < shards; shard++) {
    const entries = function* () {
      for (let at = 0; at < count / shards; at++) {
        yield indexEntry(record(at, shard));
      }
    };
    const index = await makeIndex(entries(), () => (memory = Math.max(memory, peakOfChildren())));
    const folder = shard === 0 ? 'pagefind' : `archive/${String(shard)}`;
    await writeIndex(path.join(dist, folder), index);
    await compressCopies(path.join(dist, folder), index);
    files += index.length;
    if (shard > 0) continue;
    const page = path.join(dist, 'search/index.html');
    const others = Array.from({ length: shards - 1 }, (_, at) => `/archive/${String(at + 1)}/`);
    const summary = JSON.stringify(summaryOf(index, false)).replaceAll('"', '&quot;');
    const html = readFileSync(page, 'utf8').replace(
      /data-index="[^"]*"/,
      () => `data-index="${summary}" data-archive="${others.join(' ')}"`,
    );
    writeFileSync(page, html);
    rmSync(`${page}.br`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  return {
    asked: asked.map((all, at) => ({
      word: all.map(([word]) => word).join(''),
      url: `/0/${String(places[at])}/`,
    })),
    files,
    seconds,
    memory,
  };
}

/** The compressed copies that a build makes beside the files of a large site. */
async function compressCopies(folder: string, files: readonly IndexFile[]) {
  const packed = files.filter(({ path }) => /^wasm\.unknown|\.pf_\w+$/.test(path));
  for (let at = 0; at < packed.length; at += 64)
    await Promise.all(
      packed
        .slice(at, at + 64)
        .map(({ path: name, content }) =>
          precompress(path.join(folder, name), gunzipSync(content), QUALITY.large, ['br']),
        ),
    );
}

/** The most memory that a process of Pagefind has used, in MB. */
function peakOfChildren(): number {
  const peaks = readdirSync('/proc').flatMap((pid) => {
    try {
      if (!/^\d+$/.test(pid)) return [];
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
      return parent === String(process.pid)
        ? [Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024]
        : [];
    } catch {
      return [];
    }
  });
  return Math.round(Math.max(0, ...peaks));
}

type Made = Awaited<ReturnType<typeof invent>>;

async function measure({ plan, fresh }: Ground, dist: string, name: string, made: Made) {
  const server = await serve(dist, new Map());
  const page = await fresh();
  const sent = await traffic(page);
  await page.goto(`${server.origin}${urls.search()}`);
  const before = sent();
  const [first, ...more] = made.asked;
  await ask(page, [first?.word ?? '']);
  await page.waitForTimeout(2000);
  const cold = sent(before);
  const aloud = made.asked
    .slice(0, 3)
    .map(({ word, url }) => ({ word: toKana(word, plan.readings), url }));
  const costs: Cost[] = [];
  let right = 0;
  for (const { word, url } of [...more, ...aloud]) {
    const from = sent();
    const [found = []] = await ask(page, [word]);
    await page.waitForTimeout(300);
    const cost = sent(from);
    costs.push(cost);
    const place = found.indexOf(url);
    if (place === 0) right++;
    console.log(
      `    ${word}: ${String(cost.bytes)} bytes, ${String(cost.chunks)} chunks, ${String(cost.fragments)} fragments, ${String(found.length)} found, the right one at ${String(place + 1)}`,
    );
  }
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const keys = await keystrokes(
    page,
    made.asked.slice(0, 4).map(({ word }) => word),
  );
  say(name, {
    'seconds to index': made.seconds,
    'MB of memory at most': made.memory,
    files: made.files,
    'right first': `${String(right)} of ${String(costs.length)}`,
    'bytes to the first answer': cold.bytes,
    'requests to it': cold.requests,
    'bytes a further question, at most': Math.max(...costs.map(({ bytes }) => bytes)),
    'bytes a further question, median': quantile(
      costs.map(({ bytes }) => bytes),
      0.5,
    ),
    'requests a further question, at most': Math.max(...costs.map(({ requests }) => requests)),
    ...Object.fromEntries(
      (['first', 'all'] as const).map((which) => [
        `ms from a keystroke to ${which} results, 4× slowed, 95th percentile`,
        Math.round(
          quantile(
            keys.map(({ [which]: ms }) => ms),
            0.95,
          ),
        ),
      ]),
    ),
  });
  await page.context().close();
  server.close();
}

interface Cost {
  bytes: number;
  requests: number;
  chunks: number;
  fragments: number;
}

/** Counts what the page loads; gives all so far, less what was before. */
async function traffic(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  const now: Cost = { bytes: 0, requests: 0, chunks: 0, fragments: 0 };
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    urls.set(requestId, request.url),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? '';
    now.bytes += encodedDataLength;
    now.requests++;
    if (url.endsWith('.pf_index')) now.chunks++;
    if (url.endsWith('.pf_fragment')) now.fragments++;
  });
  return (before: Cost = { bytes: 0, requests: 0, chunks: 0, fragments: 0 }): Cost => ({
    bytes: now.bytes - before.bytes,
    requests: now.requests - before.requests,
    chunks: now.chunks - before.chunks,
    fragments: now.fragments - before.fragments,
  });
}
