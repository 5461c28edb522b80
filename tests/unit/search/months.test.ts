import { describe, expect, it } from 'vitest';
import { takeMonths } from '#search/months.ts';

const months = (query: string) =>
  [...(takeMonths(query.normalize('NFKC')).months ?? [])].sort((a, b) => a - b);

describe('the months of a query', () => {
  it.each([
    ['８月', [8]],
    ['12月', [12]],
    ['八月', [8]],
    ['十二月', [12]],
    ['はちがつ', [8]],
    ['じゅうにがつ', [12]],
    ['しがつ', [4]],
    ['7月～9月', [7, 8, 9]],
    ['7～9月', [7, 8, 9]],
    ['7ー9月', [7, 8, 9]],
    ['7・9月', [7, 9]],
    ['7月・9月', [7, 9]],
    ['7・8・9月', [7, 8, 9]],
    ['はちがつのまつり', [8]],
    ['11月から2月', [1, 2, 11, 12]],
    ['夏', [6, 7, 8]],
    ['冬の行事', [1, 2, 12]],
    ['年度末', [3]],
  ])('%s', (query, expected) => {
    expect(months(query)).toEqual(expected);
  });

  it.each([
    '3か月',
    '月曜',
    '13月',
    '夏休み',
    '月4回',
    '秋田',
    '一丸',
    '月額',
    '25年2月号',
    '7・8・9月号',
    '第1・3月曜日',
  ])('%s names none', (query) => {
    expect(takeMonths(query)).toEqual({ months: undefined, rest: query });
  });

  it('takes no sign of the query for a month', () => {
    expect(takeMonths('船\u0000の7月')).toEqual({ months: new Set([7]), rest: '船\u0000の' });
  });

  it('leaves the other words without the particle that joined them', () => {
    expect(takeMonths('8月の講座').rest).toBe('講座');
    expect(takeMonths('講座 8月').rest).toBe('講座');
  });
});
