/**
 * Japan's fiscal year: 1 April to 31 March, named after the calendar year in which it starts
 * (地方自治法 第208条: 普通地方公共団体の会計年度は、毎年4月1日に始まり、翌年3月31日に終わる).
 */
import { normalise } from './schedule/normalise.ts';

export interface FiscalYear {
  /** As printed, for example `令和元年度` or `令和2年度～5年度`. */
  printed: string;
  /** Calendar year of its April. */
  start: number;
  /** Calendar year of the last April of a plan for several years. */
  last?: number;
}

/** A calendar month, 1 to 12. */
export type Month = number;

/** The twelve months in the fiscal year's order: 4 … 12, 1, 2, 3. */
export const FISCAL_MONTHS: readonly Month[] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** The calendar year before the first of each era. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
};
const YEAR = `(?:(?:${Object.keys(ERAS).join('|')})(?:\\d{1,2}|元)|\\d{4})`;
const FISCAL_YEAR = new RegExp(
  `(?<from>${YEAR})(?:(?:年度?)?(?:~|から)(?<to>${YEAR}|\\d{1,2}|元))?年度`,
  'gu',
);

/** The calendar year of a year in an era, such as 7 or 元 of 令和. */
export function yearInEra(era: string | undefined, year: string): number | undefined {
  const before = ERAS[era ?? ''];
  return before === undefined ? undefined : before + (year === '元' ? 1 : Number(year));
}

/** The fiscal year or years named in a text (`令和元年度`, `令和2年度～5年度`), or undefined. */
export const readFiscalYear = (text: string): FiscalYear | undefined => fiscalYearsIn(text)[0];

/** Every fiscal year that a text names. */
export function fiscalYearsIn(text: string): FiscalYear[] {
  const plain = normalise(text);
  return Array.from(plain.text.matchAll(FISCAL_YEAR)).flatMap(({ 0: found, index, groups }) => {
    const { from = '', to = from } = groups ?? {};
    const era = /^\D*/.exec(from)?.[0] ?? '';
    const start = aprilOf(from);
    const last = aprilOf(/^(?:\d{1,2}|元)$/.test(to) ? era + to : to);
    if (start === undefined || last === undefined || last < start) return [];
    const printed = text.slice(...plain.span(index, index + found.length)).trim();
    return [{ printed, start, ...(last > start && { last }) }];
  });
}

/** The calendar year that is called `令和7` or `2025`; where an era began in it, by either name. */
function aprilOf(name: string): number | undefined {
  const [, era = '', number = ''] = /^(\D*?)(\d+|元)$/.exec(name) ?? [];
  const year = era === '' ? Number(number) : yearInEra(era, number);
  const names = year === undefined ? [] : [4, 12].map((month) => japaneseYear(year, month));
  return era.length < 2 || names.includes(`${name}年`) ? year : undefined;
}

/** Calendar year in which a month of this fiscal year falls; undefined for several years. */
export function yearOf({ start, last }: FiscalYear, month: Month): number | undefined {
  if (last !== undefined) return undefined;
  return month >= 4 ? start : start + 1;
}

/** Calendar year of the March with which it ends. */
export const endOf = ({ start, last = start }: FiscalYear): number => last + 1;
/** The first day after it, `2020-04-01`. */
export const dayAfter = (fiscalYear: FiscalYear): string => `${String(endOf(fiscalYear))}-04-01`;

const eraYear = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });

/** `令和2年` for 2020 and April; the first year of an era is 元年. */
export const japaneseYear = (year: number, month: Month): string =>
  eraYear.format(Date.UTC(year, month - 1, 1, 12));
