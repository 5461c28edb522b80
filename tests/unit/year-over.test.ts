/** A page that was built before its plan's year was over finds out that it is. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { t } from '#strings.ts';

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['2027-03-31T23:59+09:00', ''],
  ['2027-04-01T00:00+09:00', t.over],
])('at %s it says «%s»', async (now, said) => {
  vi.setSystemTime(now);
  const notice = { dataset: { from: '2027-04-01', words: t.over }, textContent: '' };
  vi.stubGlobal('document', { querySelector: () => notice });
  await import('../../src/elements/year-over.ts');
  expect(notice.textContent).toBe(said);
});
