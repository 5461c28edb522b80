import { describe, expect, it } from 'vitest';
import { Answer, type Filters, type Index } from '#search/answer.ts';
import { candidateOf, type StoredRecord } from '#search/candidate.ts';
import type { Hit } from '#search/score.ts';
import { homophones, indexed, printed, stored } from './fixture.ts';

interface Asked {
  at: number;
  lists: ReadonlySet<string>;
  filters: Filters;
}

/** Indexes that give all their records to whatever they are asked. A lost one throws. */
function stub(all: readonly (readonly StoredRecord[] | 'lost')[]) {
  const asked: Asked[] = [];
  const index: Index = {
    count: all.length,
    homophones: () => Promise.resolve(homophones),
    // eslint-disable-next-line @typescript-eslint/require-await
    async *candidates(at, lists, filters, shown) {
      asked.push({ at, lists, filters });
      const records = all[at];
      if (records === 'lost' || records === undefined) throw new Error('lost');
      yield records.filter(({ url }) => !shown.has(url)).map((record) => candidateOf(record));
    },
  };
  return { asked, index };
}

const page = { printed, withReadings: () => Promise.resolve(indexed) };
const other: StoredRecord = { ...stored[0]!, url: '/2012/umi', plan: '前の年度' };

async function answer(typed: string, { index }: ReturnType<typeof stub>, choice: Filters = {}) {
  const one = new Answer(typed, page, index, choice, new AbortController().signal);
  let hits = one.atOnce();
  const steps = [hits];
  for await (hits of one.hits()) steps.push(hits);
  return { hits, steps };
}
const urls = (hits: readonly Hit[]) => hits.map(({ url }) => url);

describe('an answer', () => {
  it('begins with what the page prints, and keeps its place', async () => {
    const { steps } = await answer('海辺', stub([stored]));
    expect(urls(steps[0]!)).toContain('/p/umi');
    for (const [at, hits] of steps.slice(1).entries())
      expect(urls(hits).slice(0, steps[at]?.length)).toEqual(urls(steps[at]!));
  });

  it('adds what only the index knows', async () => {
    expect(urls((await answer('ヨット', stub([stored]))).hits)).toEqual(['/s/minato/#fune']);
  });

  it('asks each index by itself, the own one first, and each until it has answered', async () => {
    const indexes = stub([stored, [other]]);
    expect(urls((await answer('海辺', indexes)).hits).at(-1)).toBe('/2012/umi');
    expect([...new Set(indexes.asked.map(({ at }) => at))]).toEqual([0, 1]);
  });

  it('goes on where one of the archive is lost, and says so at the end', async () => {
    const { index } = stub([stored, 'lost', [other]]);
    const one = new Answer('海辺', page, index, {}, new AbortController().signal);
    const found: string[] = [];
    await expect(async () => {
      for await (const hits of one.hits()) found.push(...urls(hits));
    }).rejects.toThrow('lost');
    expect(found).toContain('/2012/umi');
  });

  it('throws at once where the own index is lost, and has what the page knows', async () => {
    const { index } = stub(['lost', [other]]);
    const one = new Answer('灯台の点検', page, index, {}, new AbortController().signal);
    await expect(
      one
        .hits()
        .next()
        .then(() => one.hits().next()),
    ).resolves.toBeDefined();
    await expect(async () => {
      for await (const _ of one.hits());
    }).rejects.toThrow('lost');
    expect(urls(one.rest())[0]).toBe('/s/minato/#fune');
  });

  it('asks nothing more once it is not wanted', async () => {
    const indexes = stub([[], [other]]);
    const wanted = new AbortController();
    wanted.abort();
    for await (const _ of new Answer('海辺', page, indexes.index, {}, wanted.signal).hits());
    expect(indexes.asked).toEqual([]);
  });

  it('asks under the months, and under the filters that are chosen too', async () => {
    const indexes = stub([stored]);
    await answer('1月 雪', indexes, { kind: 'programme' });
    expect(indexes.asked.map(({ filters }) => filters).slice(0, 2)).toEqual([
      { month: { any: ['1'] } },
      { month: { any: ['1'] }, kind: 'programme' },
    ]);
  });

  it('keeps the month in other spellings', async () => {
    expect(urls((await answer('7月 yukimi', stub([stored]))).hits)).toEqual([]);
    expect(urls((await answer('1月 yukimi', stub([stored]))).hits)).toEqual(['/p/yuki']);
  });

  it('takes a word in hiragana for a word, and else for a question', async () => {
    expect(urls((await answer('とうだいか', stub([stored]))).hits)).toEqual(['/s/minato/#fune']);
    expect(urls((await answer('とうだいはどこですか', stub([stored]))).hits)).toEqual([
      '/s/minato/#fune',
    ]);
  });

  it('is nothing where nothing is asked for by a month', async () => {
    const indexes = stub([stored]);
    expect((await answer('2月', indexes)).hits).toEqual([]);
    expect(indexes.asked).toHaveLength(1);
  });

  it('allows for a slip of the hand where nothing else answers', async () => {
    for (const [typed, url] of [
      ['ボランチィア', '/p/umi'],
      ['かいすよく', '/p/umi'],
      ['灯第担当', '/s/minato/#fune'],
      ['頭大担当', '/s/minato/#fune'],
    ] as const) {
      const { hits } = await answer(typed, stub([stored]));
      expect(urls(hits), typed).toContain(url);
      expect(new Set(hits.map(({ tier }) => tier)), typed).toEqual(new Set(['slip']));
    }
  });

  it('looks for no slip in letters and digits, of which none is known', async () => {
    const indexes = stub([stored]);
    await answer('wifi', indexes);
    expect(indexes.asked.filter(({ lists }) => lists.size === 0)).toEqual([]);
  });

  it.each([
    '図書館',
    'プール',
    '津波',
    '灯台守公園',
    '海外旅行',
    '図書館はどこですか',
    '港の映画館',
    'そうだいとう',
    'ヨット学校',
    'ヨット競技はいつ',
    '免許証明',
    '灯台落とし物',
    'かき氷',
    'マス',
    'アンヨット',
    '見せ物を買いたい',
    // One word: no 船.
    '乗り船',
    // Too short for a slip.
    'うい',
    '船頭',
    // More than half of it is another.
    '専薄係',
    // Kana: てんげん is one slip from てんけん, でんげん two.
    'でんげん',
    '😀',
  ])('is nothing for %s', async (typed) => {
    expect((await answer(typed, stub([stored]))).hits).toEqual([]);
  });
});
