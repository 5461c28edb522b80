/** A run of months as spans, and the months that they cover. */
import { endOf, type FiscalYear, type Month } from '#model/fiscal-year.ts';

/** A month, and the words for its year where some are printed. */
interface Point {
  month: Month;
  year: string;
}
/** One month, or the months from one to another. */
export interface Span {
  from: Point;
  to?: Point;
}
export interface Covered {
  /** In the printed order, each once. Undefined: no months of a calendar, or all of years before. */
  months: Month[] | undefined;
  /** Whether some of the time lies outside the fiscal year. */
  crossing: boolean;
}

/** Words for the year of a month. A bare number (`26年3月`) goes on in the era printed before it. */
export const YEAR =
  '(?:(?:令和|平成|昭和|[RHS])?(?:\\d{1,4}|元)年度?|翌々?年度?|翌(?=\\d)|[今本同当来次前昨]年度?)';
const POINT = new RegExp(`(${YEAR})?の?(\\d{1,2})月?|(~|から、?|より|ないし)`, 'gu');
/** The calendar year before the first of each era. */
const ERAS: Readonly<Record<string, number>> = {
  ...{ 令和: 2018, 平成: 1988, 昭和: 1925 },
  ...{ R: 2018, H: 1988, S: 1925 },
};

export function spansOf(run: string): Span[] {
  const spans: Span[] = [];
  let range = false;
  for (const [, year = '', month, toSign] of run.matchAll(POINT)) {
    const point = { month: Number(month), year };
    const last = spans.at(-1);
    if (!toSign && range && last && !last.to) last.to = point;
    else if (!toSign) spans.push({ from: point });
    range = toSign !== undefined;
  }
  return spans;
}

/** Where an open range begins or ends, it does so with the fiscal year. */
export interface Open {
  start: boolean;
  end: boolean;
}

/**
 * The months that spans cover. Without a printed year a month is the plan's own, and the end of a
 * range is the next such month after its beginning; of a time that names a year, only the months of the
 * plan's fiscal year count. Time is counted in months since the year 0.
 */
export function cover(spans: readonly Span[], open: Open, fiscalYear?: FiscalYear): Covered {
  const april = (fiscalYear?.start ?? printedStart(spans)) * 12 + 3;
  const march = fiscalYear ? endOf(fiscalYear) * 12 + 2 : april + 11;
  const months = new Set<Month>();
  const place = placer(april);
  let crossing = false;
  for (const [index, { from, to }] of spans.entries()) {
    let begin = place(from, false);
    let end = to ? place(to, true) : begin;
    if (begin === undefined || end === undefined || end < begin) return NO_MONTHS;
    if (open.start && index === 0) begin = aprilBefore(begin);
    if (open.end && index === spans.length - 1) end = aprilBefore(end) + 11;
    const namesYear = fiscalYear !== undefined && (from.year || to?.year) !== '';
    const first = namesYear ? Math.max(begin, april) : begin;
    const last = Math.min(namesYear ? march : Infinity, end, first + 11);
    for (let count = first; count <= last; count++) months.add((count % 12) + 1);
    crossing ||= begin < april || end > march;
  }
  return months.size > 0 ? { months: [...months], crossing } : NO_MONTHS;
}

const NO_MONTHS: Covered = { months: undefined, crossing: false };
const aprilBefore = (month: number) => month - ((month - 3) % 12);

/** Places one point after another, as each takes its year from the one before. */
function placer(april: number) {
  let era: number | undefined;
  let previous: number | undefined;
  return ({ month, year }: Point, endsRange: boolean): number | undefined => {
    if (month < 1 || month > 12) return undefined;
    const named = calendarYear(year, month, era, previous ?? april);
    era = ERAS[/^\D+/.exec(year)?.[0] ?? ''] ?? era;
    const after = endsRange || era !== undefined ? previous : undefined;
    const since = after ?? april;
    const placed =
      named === undefined ? since + ((month - 1 - (since % 12) + 12) % 12) : named * 12 + month - 1;
    previous = placed;
    return placed;
  };
}

/** The calendar year that a month's words name, in an era or as the year after another time. */
function calendarYear(year: string, month: Month, era: number | undefined, since: number) {
  const [, name = '', digits = ''] = /^(\D*?)(\d+|元)?年?度?$/u.exec(year) ?? [];
  const number = digits === '元' ? 1 : Number(digits);
  const fiscal = year.endsWith('年度');
  const late = fiscal && month < 4 ? 1 : 0;
  if (digits.length === 4) return number + late;
  const base = ERAS[name] ?? era;
  if (digits !== '') return base === undefined ? undefined : base + number + late;
  const steps = STEPS[name.charAt(0)];
  if (steps === undefined) return undefined;
  const step = name.startsWith('翌々') ? 2 : steps;
  return Math.floor((fiscal ? since - 3 : since) / 12) + step + late;
}
const STEPS: Readonly<Record<string, number>> = {
  ...{ 翌: 1, 来: 1, 次: 1, 今: 0, 本: 0, 同: 0, 当: 0, 前: -1, 昨: -1 },
};

/** April of the first printed year, for a text that is read without its plan. */
function printedStart(spans: readonly Span[]): number {
  for (const { from, to } of spans)
    for (const point of to ? [from, to] : [from]) {
      const year = calendarYear(
        point.year.replace(/^[翌今本同当来次前昨].*/u, ''),
        point.month,
        undefined,
        15,
      );
      if (year !== undefined) return point.month < 4 ? year - 1 : year;
    }
  return 1;
}
