/**
 * Japan's fiscal year: 1 April to 31 March, named after the calendar year in which it starts
 * (地方自治法 第208条: 普通地方公共団体の会計年度は、毎年4月1日に始まり、翌年3月31日に終わる).
 */
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

const eraYear = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });
const april = (year: number) => new Date(Date.UTC(year, 3, 1, 12));

const NUMBER = '(?:\\d+|元|[一二三四五六七八九十]+)';
const ERA_YEAR = `\\p{Script=Han}{2}\\s*${NUMBER}`;
const WESTERN = '\\d{4}';
/** A year in one calendar, or in both: `令和7（2025）年`, `2025（令和7）年`, `2025年（令和7年度）`. */
const YEAR = `(?:${ERA_YEAR}(?:年?\\(${WESTERN}年?度?\\))?|${WESTERN}(?:年?\\(${ERA_YEAR}年?度?\\))?)`;
const TO = '(?:[~〜―–−-]|から)\\s*';
const FISCAL_YEAR = new RegExp(
  `(?<from>${YEAR})\\s*(?:年度?\\s*)?${TO}(?<to>${YEAR}|${NUMBER})\\s*年度|(?<one>${YEAR})\\s*年度`,
  'gu',
);

/** The fiscal year or years named in a text (`令和元年度`, `令和2年度～5年度`), or undefined. */
export const readFiscalYear = (text: string): FiscalYear | undefined => fiscalYearsIn(text)[0];

/** Every fiscal year that a text names. */
export function fiscalYearsIn(text: string): FiscalYear[] {
  // Full-width signs become others of the same length, so that offsets stay those of the print.
  const plain = text.replace(/[！-～]/gu, (char) => char.normalize('NFKC'));
  return Array.from(plain.matchAll(FISCAL_YEAR)).flatMap((match) => {
    const printed = text.slice(match.index, match.index + match[0].length);
    const { one, from = one ?? '', to } = match.groups ?? {};
    const start = calendarYear(from);
    const era = /^\p{Script=Han}{2}(?=\s*[\d元一二三四五六七八九十])/u.exec(from)?.[0] ?? '';
    const last =
      to === undefined
        ? start
        : calendarYear(/^(?:\d{4}|\p{Script=Han}{2}\s*\d)/u.test(to) ? to : era + to);
    if (start === undefined || last === undefined || last < start) return [];
    return [{ printed, start, ...(last > start && { last }) }];
  });
}

/** The April whose year is called `令和7` or `2025`. */
function calendarYear(year: string): number | undefined {
  const [, name = ''] = /^([^(年]+)/u.exec(year) ?? [];
  const called = `${name.replace(/\s/g, '').replace(/[一二三四五六七八九十]+$/u, arabic)}年`;
  return aprils().get(called);
}

/** The Aprils by what their years are called; made when first asked for. */
let known: Map<string, number> | undefined;
function aprils(): Map<string, number> {
  if (known) return known;
  known = new Map();
  // Intl's Japanese calendar has the eras. Where an era began during the year and gave it its name
  // (令和元年度), the December has it.
  for (let year = 1873; year <= 2200; year++)
    for (const name of [`${String(year)}年`, japaneseYear(year, 4), japaneseYear(year, 12)])
      if (!known.has(name)) known.set(name, year);
  return known;
}

function arabic(kanji: string): string {
  const value = (text: string) =>
    Number(Array.from(text, (char) => '〇一二三四五六七八九'.indexOf(char)).join(''));
  const [tens = '', ones] = kanji.split('十');
  if (ones === undefined) return String(value(tens));
  return String((tens === '' ? 1 : value(tens)) * 10 + value(ones));
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
