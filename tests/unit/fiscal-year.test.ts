import { describe, expect, it } from 'vitest';
import {
  endOf,
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
    ['令和７年度 運営方針', '令和７年度', 2025],
    ['令和 7 年度', '令和 7 年度', 2025],
    ['令和七年度', '令和七年度', 2025],
    ['平成二十五年度', '平成二十五年度', 2013],
    ['令和十年度', '令和十年度', 2028],
    ['令和7（2025）年度 みどり区', '令和7（2025）年度', 2025],
    ['令和７(２０２５)年度', '令和７(２０２５)年度', 2025],
    ['2025（令和7）年度', '2025（令和7）年度', 2025],
    ['2025年度（令和7年度）', '2025年度', 2025],
  ])('finds the year of %s', (text, printed, start) => {
    expect(readFiscalYear(text)).toEqual({ printed, start });
  });

  it.each([
    ['令和2年度～5年度 計画', '令和2年度～5年度', 2020, 2023],
    ['令和2年度～令和5年度', '令和2年度～令和5年度', 2020, 2023],
    ['令和２～５年度', '令和２～５年度', 2020, 2023],
    ['令和2年度から5年度まで', '令和2年度から5年度', 2020, 2023],
    ['令和二年度～五年度', '令和二年度～五年度', 2020, 2023],
    ['平成30年度～令和4年度', '平成30年度～令和4年度', 2018, 2022],
    ['2020～2023年度', '2020～2023年度', 2020, 2023],
    ['2020年度-2023年度', '2020年度-2023年度', 2020, 2023],
    ['令和2（2020）年度～令和5（2023）年度', '令和2（2020）年度～令和5（2023）年度', 2020, 2023],
  ])('finds all years of %s', (text, printed, start, last) => {
    const years = { printed, start, last };
    expect(readFiscalYear(text)).toEqual(years);
    expect(yearOf(years, 4)).toBeUndefined();
    expect(endOf(years)).toBe(last + 1);
  });

  it.each(['令和5年度～2年度', '平成25年', '運営方針', '安政5年度', '平成99年度', '13年度', ''])(
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
