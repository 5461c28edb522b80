/**
 * Japan's fiscal year: 1 April to 31 March, named after the calendar year in which it starts
 * (地方自治法 第208条: 普通地方公共団体の会計年度は、毎年4月1日に始まり、翌年3月31日に終わる).
 */
export interface FiscalYear {
  /** As printed, for example `令和元年度`. */
  printed: string;
  /** Calendar year of its April. */
  start: number;
}

/** A calendar month, 1 to 12. */
export type Month = number;

/** The twelve months in the fiscal year's order: 4 … 12, 1, 2, 3. */
export const FISCAL_MONTHS: readonly Month[] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

const eraYear = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });
const april = (year: number) => new Date(Date.UTC(year, 3, 1, 12));

/** The fiscal year named in a text (`令和元年度`, `2019年度`), or undefined. */
export function readFiscalYear(text: string): FiscalYear | undefined {
  const printed = /(?:\p{Script=Han}{2}(?:\d+|元)|\d{4})年度/u.exec(text)?.[0];
  if (!printed) return undefined;
  const year = printed.slice(0, -1);
  // The platform's own calendar knows the eras: look for the April that it calls by this name, or
  // the December, where an era began in between and named the year (令和元年度).
  for (let start = 1873; start <= 2200; start++) {
    const names = [`${String(start)}年`, japaneseYear(start, 4), japaneseYear(start, 12)];
    if (names.includes(year)) return { printed, start };
  }
  return undefined;
}

/** Calendar year in which a month of this fiscal year falls. */
export function yearOf(fiscalYear: FiscalYear, month: Month): number {
  return month >= 4 ? fiscalYear.start : fiscalYear.start + 1;
}

/** Whether the year was over on a day (`2020-04-01`). */
export const hasEnded = ({ start }: FiscalYear, day: string): boolean =>
  day >= `${String(start + 1)}-04-01`;

/** Position of a month in the fiscal year: April 0 … March 11. */
export function fiscalIndex(month: Month): number {
  return (month + 8) % 12;
}

/** `令和2年` for 2020 and April; the first year of an era is 元年. */
export function japaneseYear(year: number, month: Month): string {
  const date = new Date(april(year));
  date.setUTCMonth(month - 1);
  return eraYear.format(date);
}

/** First and last month in both calendars: `A年4月～B年3月（平成C年4月～平成D年3月）`. */
export function spanOf({ start }: FiscalYear): string {
  const western = `${String(start)}年4月～${String(start + 1)}年3月`;
  return `${western}（${japaneseYear(start, 4)}4月～${japaneseYear(start + 1, 3)}3月）`;
}
