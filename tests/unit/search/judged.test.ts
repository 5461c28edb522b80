/** The scorer, asked what people would ask of this plan; `npm run bench -- search` asks a browser. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '#reader/read.ts';
import { namesOf } from '../../bench/search-ground.ts';
import { complete, judge, JUDGED, scorer } from '../../bench/search-quality.ts';

const plan = await readPlan();
const names = new Set([...namesOf(plan).values()].flat());

describe.skipIf(!JUDGED.some(({ expect: [name = ''] }) => names.has(name)))('of this plan', () => {
  it.each([
    { kept: plan.keywords, right: 0.985, absent: 95 },
    { kept: [], right: 0.943, absent: 98 },
  ])('right first $right with $kept.length nouns that have keywords', async (asked) => {
    const { first, clean } = await judge(plan, JUDGED, scorer({ ...plan, keywords: asked.kept }));
    expect(first.right / first.of).toBeGreaterThanOrEqual(asked.right);
    expect(clean.right).toBeGreaterThanOrEqual(asked.absent);
  });

  it('what answers is listed, the right first, and little else', async () => {
    const { listed, first, noise } = await complete(plan, scorer(plan));
    expect(listed).toBeGreaterThan(0.99);
    expect(first).toBeGreaterThan(0.98);
    expect(noise).toBeLessThan(0.025);
  });
});
