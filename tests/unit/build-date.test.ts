/** The date of a build: what it is taken from, and that git is asked for it once. */
import { execFileSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { buildDate } from '#build-date.ts';

vi.mock('node:child_process', () => ({
  execFileSync: vi.fn(() => {
    throw new Error('no repository');
  }),
}));

it('is BUILD_DATE, else the day of SOURCE_DATE_EPOCH in Japan', () => {
  const SOURCE_DATE_EPOCH = String(Date.UTC(2020, 2, 31, 15) / 1000);
  expect(buildDate({ SOURCE_DATE_EPOCH })).toBe('2020-04-01');
  expect(buildDate({ SOURCE_DATE_EPOCH, BUILD_DATE: '2021-04-01' })).toBe('2021-04-01');
});

it.each([{ BUILD_DATE: '2020/4/1' }, { SOURCE_DATE_EPOCH: '2020-04-01' }])(
  'is not taken from %j',
  (env) => {
    expect(() => buildDate(env)).toThrow('書いてください');
  },
);

it('is unknown without a commit, for which git is asked once', () => {
  expect([buildDate({}), buildDate({})]).toEqual([undefined, undefined]);
  expect(execFileSync).toHaveBeenCalledTimes(1);
});
