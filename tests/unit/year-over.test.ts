/** A page that was built before its plan's year was over finds out that it is. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['2027-03-31T23:59+09:00', [false, true]],
  ['2027-04-01T00:00+09:00', [true, false]],
])('at %s the running year and the one that is over are hidden: %s', async (now, hidden) => {
  vi.setSystemTime(now);
  const words = [false, true].map((at) => ({ dataset: { yearEnd: '2027-04-01' }, hidden: at }));
  vi.stubGlobal('document', { querySelectorAll: () => words });
  await import('../../src/elements/year-over.ts');
  expect(words.map((word) => word.hidden)).toEqual(hidden);
});
