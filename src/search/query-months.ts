/** The time that a question asks for: 8月, 八月, はちがつ, 6月から11月, 令和8年3月, 2026年, 夏. */
import type { FiscalYear, Month } from '#model/fiscal-year.ts';
import { findMonths } from '#model/schedule/months.ts';
import { normalise } from '#model/schedule/normalise.ts';
import language from './language.json' with { type: 'json' };

const TIMES: Readonly<Record<string, string>> = language.times;
const NAMED = new RegExp(
  `(?<=^|[\\s、の])(?:${Object.keys(TIMES).join('|')})(?=$|[\\s、にのはをがも])`,
  'gu',
);
/** A year alone. */
const YEAR = /^(?:(?:平成|令和|昭和|[HRS])(?:\d{1,2}|元)|\d{4})年(?!度|の?\d)/u;
/** What joins a time to the other words. */
const JOINT = /^(?:ごろ|頃|中|上旬|中旬|下旬)?(?:には|では|から|まで|[にのはをで])?/u;

export interface Timed {
  /** The months that are asked for, or undefined where the question names no time. */
  months: ReadonlySet<Month> | undefined;
  /** The question without them. */
  rest: string;
}

/** `typed` is of one width. Months of years that the plan is not for are no time of it. */
export function takeMonths(typed: string, fiscalYear: FiscalYear): Timed {
  const words = typed
    .replace(NAMED, (name) => TIMES[name] ?? name)
    .replace(/(?<=\d)(?:\s*(?:ー|から)\s*)(?=\d{1,2}月)/gu, '~')
    .replace(/(?<![a-z])[hrs](?=\d)/gu, (era) => era.toUpperCase())
    .replace(YEAR, '$&1月~12月');
  const { text, runs } = findMonths(normalise(words), fiscalYear);
  const timed = runs.filter(({ months }) => months);
  if (timed.length === 0) return { months: undefined, rest: typed };
  let rest = words;
  for (const { start, end } of timed.sort((a, b) => b.start - a.start)) {
    const [from, to] = text.span(start, end);
    rest = `${rest.slice(0, from)} ${rest.slice(to).replace(JOINT, '')}`;
  }
  return { months: new Set(timed.flatMap(({ months = [] }) => months)), rest: rest.trim() };
}
