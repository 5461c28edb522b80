/** The scorer, asked what people would ask of this plan; `npm run bench -- search` asks a browser. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import missedBefore from '../../bench/queries-missed.json' with { type: 'json' };
import { namesOf } from '../../bench/search-ground.ts';
import { complete, judge, JUDGED, scorer } from '../../bench/search-quality.ts';

const plan = await readPlan();
const names = new Set([...namesOf(plan).values()].flat());
/** Each question, or one in so many. */
const asked = JUDGED.filter((_, at) => at % Number(process.env.SAMPLE ?? 1) === 0);

describe.skipIf(!JUDGED.some(({ expect: [name = ''] }) => names.has(name)))('of this plan', () => {
  it('what was answered right before still is, but for one question in 500', async () => {
    const { missed } = await judge(plan, asked, scorer(plan));
    const lost = missed.filter((question) => !missedBefore.includes(question));
    expect(lost.length, lost.join(' / ')).toBeLessThanOrEqual(asked.length / 500);
  });

  it('much is answered without keywords', async () => {
    const { first } = await judge(plan, asked, scorer({ ...plan, keywords: [] }));
    expect(first.right / first.of).toBeGreaterThanOrEqual(0.94);
  });

  it('what answers is listed, the right first, and little else', async () => {
    const { listed, first, noise } = await complete(plan, scorer(plan));
    expect(listed).toBeGreaterThan(0.99);
    expect(first).toBeGreaterThan(0.98);
    expect(noise).toBeLessThan(0.025);
  });
});
