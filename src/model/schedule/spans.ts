/** A run of months as spans, and the months that they cover; counted in months since year 0. */
import { endOf, yearInEra, type FiscalYear, type Month } from '#model/fiscal-year.ts';

/** One month, or the months from one to another; NaN: no month of a calendar. */
export interface Span {
  begin: number;
  end: number;
  isRange: boolean;
  /** Whether it has the year of printed words. */
  namesYear: boolean;
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
const POINT =
  /(?:(?<era>令和|平成|昭和|[RHS])?(?<number>\d{1,4}|元)年|(?<step>翌々?|[今本同当来次前昨])年?)?(?<fiscal>度)?の?(?<month>\d{1,2})月?|(?<to>~|から、?|より|ないし)/gu;
/** How many years after the time before. */
const STEPS: Readonly<Record<string, number>> = {
  翌々: 2,
  翌: 1,
  来: 1,
  次: 1,
  今: 0,
  本: 0,
  同: 0,
  当: 0,
  前: -1,
  昨: -1,
};

/**
 * The spans of a run, in printed order. Without a printed year a month is the plan's own, and the end
 * of a range is the next such month after its beginning.
 */
export function spansOf(run: string, { start }: FiscalYear): Span[] {
  const april = start * 12 + 3;
  const spans: Span[] = [];
  let previous = april;
  let era: string | undefined;
  let isRange = false;
  for (const { groups = {} } of run.matchAll(POINT)) {
    const { number, step, fiscal, to } = groups;
    const last = spans.at(-1);
    const opened = isRange && !last?.isRange ? last : undefined;
    isRange = to !== undefined;
    if (isRange) continue;
    era = groups.era ?? era;
    const month = Number(groups.month) - 1;
    const late = fiscal && month < 3 ? 1 : 0;
    const sinceYear = Math.floor((fiscal ? previous - 3 : previous) / 12);
    const year =
      step !== undefined
        ? sinceYear + (STEPS[step] ?? 0)
        : number?.length === 4
          ? Number(number)
          : number && yearInEra(era, number);
    const since = opened || era !== undefined ? previous : april;
    previous = year ? (year + late) * 12 + month : since + ((month - (since % 12) + 12) % 12);
    if (month < 0 || month > 11) previous = NaN;
    const namesYear = Boolean(year) || era !== undefined;
    if (opened) {
      opened.end = previous;
      opened.isRange = true;
      opened.namesYear ||= namesYear;
    } else spans.push({ begin: previous, end: previous, isRange: false, namesYear });
  }
  return spans;
}

/** Where an open range begins or ends, it does so with the fiscal year. */
export interface Open {
  start: boolean;
  end: boolean;
}

/** The months that spans cover; of a time that names a year, only those of the plan's fiscal year. */
export function cover(spans: readonly Span[], open: Open, fiscalYear: FiscalYear): Covered {
  const april = fiscalYear.start * 12 + 3;
  const march = endOf(fiscalYear) * 12 + 2;
  const months = new Set<Month>();
  let crossing = false;
  for (const [index, span] of spans.entries()) {
    if (!(span.end >= span.begin)) return NO_MONTHS;
    const begin = open.start && index === 0 ? aprilBefore(span.begin) : span.begin;
    const end = open.end && index === spans.length - 1 ? aprilBefore(span.end) + 11 : span.end;
    const first = span.namesYear ? Math.max(begin, april) : begin;
    const last = Math.min(span.namesYear ? march : end, end, first + 11);
    for (let count = first; count <= last; count++) months.add((count % 12) + 1);
    crossing ||= begin < april || end > march;
  }
  return months.size > 0 ? { months: [...months], crossing } : NO_MONTHS;
}

const NO_MONTHS: Covered = { months: undefined, crossing: false };
const aprilBefore = (month: number) => month - ((month - 3) % 12);
