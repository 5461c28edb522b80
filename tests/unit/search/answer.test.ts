import { describe, expect, it } from 'vitest';
import { answer, type Answer } from '#search/answer.ts';
import type { Hit } from '#search/plan-search.ts';
import type { ArchivedPlan, Sources } from '#search/sources.ts';
import { find, search } from './fixture.ts';

const [hit] = find('灯台') as [Hit];
const named = (plan: string): Hit => ({
  ...hit,
  record: { ...hit.record, stored: { ...hit.record.stored, url: plan } },
});
/** Sources of which each answers with a hit of its name, or fails with an error. */
const sources = (change: Record<string, unknown> = {}, archive = ['/a/', '/b/']) =>
  ({
    printed: search,
    plan: undefined,
    archive: archive.map((address) => ({ address })),
    own: () => Promise.resolve([named('own'), { ...named('part'), tier: 'part' }]),
    pages: () => Promise.resolve([named('page')]),
    archived: ({ address }: ArchivedPlan) => Promise.resolve([named(address)]),
    ...change,
  }) as unknown as Sources;

async function all(typed: string, from: Sources): Promise<Answer[]> {
  const given: Answer[] = [];
  for await (const one of answer(typed, from)) given.push(one);
  return given;
}
const urls = ({ hits }: Answer) => hits.map(({ record }) => record.stored.url);

describe('an answer', () => {
  it('comes from the page, the plan, the site and other plans; what is partial comes last', async () => {
    const given = await all('灯台', sources());
    expect(given.map(urls)).toEqual([
      ['/s/minato/#fune'],
      ['own'],
      ['own', 'page'],
      ['own', 'page', '/a/'],
      ['own', 'page', '/a/', '/b/', 'part'],
    ]);
    expect(given.map(({ isDone }) => isDone)).toEqual([false, false, false, false, true]);
  });

  it('goes on where one of them is lost, and says so', async () => {
    const lost = () => Promise.reject(new Error('lost'));
    const archived = ({ address }: ArchivedPlan) =>
      address === '/a/' ? lost() : Promise.resolve([named(address)]);
    const last = (await all('灯台', sources({ archived }))).at(-1) as Answer;
    expect([urls(last), last.isLost]).toEqual([['own', 'page', '/b/', 'part'], true]);
    const own = (await all('灯台', sources({ own: lost }))).at(-1) as Answer;
    expect([urls(own), own.isLost]).toEqual([['/s/minato/#fune', 'page', '/a/', '/b/'], true]);
  });

  it('takes no word for a slip where another page has it', async () => {
    const own = () => Promise.resolve([{ ...named('slip'), tier: 'slip' }]);
    expect(urls((await all('x', sources({ own }))).at(-1) as Answer)).not.toContain('slip');
    const pages = () => Promise.resolve([]);
    expect(urls((await all('x', sources({ own, pages }, []))).at(-1) as Answer)).toEqual(['slip']);
  });
});
