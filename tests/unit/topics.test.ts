import { expect, it } from 'vitest';
import { exampleTopic, topicsOf } from '#model/pieces.ts';
import type { Plan } from '#model/plan.ts';

const goals = (...subtitles: (string | undefined)[]) => ({
  goals: subtitles.map((subtitle) => ({ subtitle })) as Plan['goals'],
});

it('cuts a subtitle into its topics and loses nothing', () => {
  const runs = topicsOf('～道路・ 公園 ～');
  expect(runs.map(({ text }) => text).join('')).toBe('～道路・ 公園 ～');
  expect(runs.flatMap(({ text, topic }) => (topic ? text : []))).toEqual(['道路', '公園']);
});

it('gives as an example the first topic that a goal lists', () => {
  expect(exampleTopic(goals(undefined, 'いつまでも暮らせるまち', '～道路・公園～'))).toBe('道路');
});

it('gives no example where no goal lists topics', () => {
  expect(exampleTopic(goals(undefined, 'いつまでも暮らせるまち'))).toBeUndefined();
});
