/** The grammar of printed months: single ones, lists, ranges, dates, parts of a month. */
import { FISCAL_MONTHS, type FiscalYear, type Month } from '#model/fiscal-year.ts';
import type { Traced } from './normalise.ts';
import { cover, type Covered, spansOf, YEAR } from './spans.ts';

/** A printed run of months; `start` and `end` are offsets in {@link Found.text}. */
export interface MonthRun extends Covered {
  start: number;
  end: number;
}
export interface Found {
  text: Traced;
  runs: MonthRun[];
}

const DAYS = '(?:\\d{1,2}日?(?:[、~と]|から|より))+\\d{1,2}日(?!間)(?:まで)?|\\d{1,2}日(?!間)';
const WEEKDAY = '[月火水木金土日](?:曜日?|(?![\\d月火水木金土日]))';
const NTH = `第\\d(?:[、~]第?\\d)*(?:週(?:目?の)?|回)?(?:の?${WEEKDAY}(?:[、~](?:第\\d)?${WEEKDAY})*)?`;
const EDGE =
  '末日?|初め|はじめ|始め|初頭|初日|当初|半ば|なかば|中頃|中ごろ|前半|後半|終わり|頃|ごろ|ころ|前後';
const WITHIN = '中(?=$|[、~)に|の]|予定|開催|実施|から|まで)';
const PART = `(?:(?:[上中下][、~])*[上中下初終]旬|${EDGE}|${WITHIN}|${NTH}|(?:毎週|最終(?:週の?)?)(?:${WEEKDAY})?|${DAYS})`;
/** What narrows a month down: the days, a third of the month, a week, a weekday. */
const DETAIL = new RegExp(
  `(?<=\\d月)の?${PART}(?:(?:~|から)の?${PART}(?:まで)?|[、と]?の?${PART})*`,
  'gu',
);

const JOIN = '(?:[、と/&+]|か(?!ら|月)|や|~|から、?|より|ないし)';
const MONTH = `(?:${YEAR}の?)?\\d{1,2}`;
const RUN = new RegExp(
  `(?<![\\d./第])~?(?:${MONTH}月?${JOIN})*${MONTH}月(?![曜額謝極齢間]|あたり|当たり|につき)`,
  'gu',
);
const OPEN_END = /^(?:~|から|以降|以後|より)(?!約?\d+(?:か月|年|週|日))/u;
const UNTIL = /^(?:まで|迄|以前)/u;
const EXCEPT = '(?:を|は)?(?:除[くき]|以外|休)';
const EXCEPTED = new RegExp(`^${EXCEPT}`, 'u');
const EXCEPTED_DAY = `(?:\\d{1,2}月の?${PART}|\\d{1,2}/\\d{1,2})`;
const EXCEPTED_DAYS = new RegExp(
  `${EXCEPTED_DAY}(?:(?:[~、]|から)(?:${EXCEPTED_DAY}|${PART}))*(?:まで)?${EXCEPT}`,
  'gu',
);
/** 「第3水曜（8月は第4水曜）」 moves a day of one month. */
const OTHER_WEEK = /(?<=曜日?\()\d{1,2}月(?:[、~]\d{1,2}月)*は第/gu;
/** `1/2` and the like may be a share as well: they are no date. */
const SHARE = /(?<![\d/.~])(?:1\/[2-9]|1\/10|2\/[35]|3\/[458]|3\/10|4\/5)(?![\d/~日])/g;

const DAY = '(?:[12]\\d|3[01]|0?[1-9])';
const MONTH_FIRST = new RegExp(
  `(?<![\\d/.])\\d{1,2}/${DAY}(?![\\d/])日?(?:[、~]${DAY}(?![\\d/月.:回])日?)*(?:(?<=~\\d{1,2}日?)まで)?`,
  'g',
);

/** Rewrites dates as their months: `R7.4.1`, `2025/10/1`, `8/11`, `7月20日`. */
function inMonths(text: Traced): Traced {
  const yearFirst = (found: string) => found.replace(/^(.+?)[/.](\d+).*/u, '$1年$2月');
  return text
    .hide(EXCEPTED_DAYS)
    .hide(OTHER_WEEK)
    .replace(
      /(?<![\d.])(?:\d{4}|(?:令和|平成|昭和|[RHS])(?:\d{1,2}|元))[/.]\d{1,2}(?:[/.]\d{1,2})?(?![\d/.])/gu,
      yearFirst,
    )
    .replace(/(?<![\d.])\d{1,2}\.\d{1,2}~\d{1,2}\.\d{1,2}(?=$|[、)])/g, (found) =>
      found.replaceAll('.', '/'),
    )
    .hide(SHARE)
    .replace(MONTH_FIRST, (found) => found.replace(/\/.*/, '月'))
    .replace(DETAIL, '');
}

/** Finds every run of months. The plan's fiscal year tells which times lie outside it. */
export function findMonths(normal: Traced, fiscalYear: FiscalYear): Found {
  const text = inMonths(normal);
  const runs: MonthRun[] = [];
  const without = new Set<Month>();
  for (const { 0: found, index: start } of text.text.matchAll(RUN)) {
    const rest = text.text.slice(start + found.length);
    const spans = spansOf(found.replace(/^~/, ''), fiscalYear);
    if (EXCEPTED.test(rest)) {
      // 「6月～10月、8月を除く」 takes out its last span; 「毎月（8月、12月を除く）」 names no other.
      const out = spans.splice(/毎|通年|年間|隔/u.test(text.text) ? 0 : -1);
      const { months = [] } = cover(out, { start: false, end: false }, fiscalYear);
      for (const month of months) without.add(month);
      if (spans.length === 0) continue;
    }
    const [from] = OPEN_END.exec(rest) ?? [];
    const isOne = spans.length === 1 && !spans[0]?.isRange;
    const [until] = (isOne && UNTIL.exec(rest)) || [];
    const end = start + found.length + (from ?? until ?? '').length;
    const open = { start: found.startsWith('~') || (!from && !!until), end: from !== undefined };
    runs.push({ start, end, ...cover(spans, open, fiscalYear) });
  }
  for (const { 0: found, index: start } of text.text.matchAll(/[偶奇]数月/gu)) {
    const months = FISCAL_MONTHS.filter((month) => (month % 2 === 0) === found.startsWith('偶'));
    runs.push({ start, end: start + found.length, months, crossing: false });
  }
  for (const run of runs) run.months = run.months?.filter((month) => !without.has(month));
  return { text, runs };
}
