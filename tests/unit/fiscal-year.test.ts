import { describe, expect, it } from 'vitest';
import {
  FISCAL_MONTHS,
  fiscalIndex,
  japaneseYear,
  readFiscalYear,
  yearOf,
} from '#model/fiscal-year.ts';

describe('readFiscalYear', () => {
  it.each([
    ['平成25年度 運営方針', '平成25年度', 2013],
    ['平成元年度', '平成元年度', 1989],
    ['平成31年度', '平成31年度', 2019],
    ['令和元年度', '令和元年度', 2019],
    ['令和2年度の方針', '令和2年度', 2020],
    ['昭和63年度', '昭和63年度', 1988],
    ['みどり区 2013年度', '2013年度', 2013],
  ])('finds the year of %s', (text, printed, start) => {
    expect(readFiscalYear(text)).toEqual({ printed, start });
  });

  it.each(['平成25年', '運営方針', '安政5年度', '平成99年度', '13年度', ''])(
    'finds none in %s',
    (text) => {
      expect(readFiscalYear(text)).toBeUndefined();
    },
  );
});

describe('a fiscal year', () => {
  it('runs from April to the March of the next calendar year', () => {
    const year = { printed: '平成25年度', start: 2013 };
    expect(FISCAL_MONTHS.map((month) => yearOf(year, month))).toEqual([
      ...Array<number>(9).fill(2013),
      ...Array<number>(3).fill(2014),
    ]);
  });

  it('counts its months from 0', () => {
    expect(FISCAL_MONTHS.map(fiscalIndex)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('japaneseYear', () => {
  it.each([
    [2013, 4, '平成25年'],
    [1989, 4, '平成元年'],
    [2019, 4, '平成31年'],
    [2019, 5, '令和元年'],
    [2014, 3, '平成26年'],
  ])('names %i-%i as %s', (year, month, name) => {
    expect(japaneseYear(year, month)).toBe(name);
  });
});
