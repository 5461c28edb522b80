/** The time that a question asks for: 8月, 八月, はちがつ, 6月から11月, 令和8年3月, 2026年, 夏. */
import type { FiscalYear, Month } from '#model/fiscal-year.ts';
import { findMonths } from '#model/schedule/months.ts';
import { normalise } from '#model/schedule/normalise.ts';
import language from './language.json' with { type: 'json' };

const SEASONS: Record<string, readonly Month[]> = language.seasons;
const SEASON = new RegExp(
  `(?<=^|[\\s、の])(${Object.keys(SEASONS).join('|')})(?=$|[\\s、にのはを])`,
  'u',
);
const KANA = 'いち に さん し ご ろく しち はち く じゅう じゅういち じゅうに'.split(' ');
const IN_KANA = new RegExp(
  `(?<![ぁ-ん])(${[...KANA].reverse().join('|')})がつ(?=$|[^ぁ-ん]|[のにはをがも])`,
  'gu',
);
const YEAR = /^((?:(?:平成|令和|昭和|[HRS])(?:\d{1,2}|元)|\d{4})年)(?!度)/iu;
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
  const inDigits = typed.replace(
    IN_KANA,
    (_, kana: string) => `${String(KANA.indexOf(kana) + 1)}月`,
  );
  const words = inDigits
    .replace(/(?<=\d)(?:\s*(?:ー|から)\s*)(?=\d{1,2}月)/gu, '~')
    .replace(/(?<![a-z])[hrs](?=\d)/gu, (era) => era.toUpperCase());
  const year = YEAR.exec(words);
  const { text, runs } = findMonths(normalise(words), fiscalYear);
  const timed = runs.flatMap((run) => {
    const [from, to] = text.span(run.start, run.end);
    return run.months ? [{ months: run.months, from, to }] : [];
  });
  if (timed.length === 0 && year) {
    const months = monthsOf(year[1] ?? '', fiscalYear);
    if (months.length > 0) timed.push({ months, from: 0, to: year[0].length });
  }
  const season = SEASON.exec(words);
  if (season) {
    const from = season.index;
    const months = [...(SEASONS[season[0]] ?? [])];
    if (!timed.some((one) => from >= one.from && from < one.to))
      timed.push({ months, from, to: from + season[0].length });
  }
  if (timed.length === 0) return { months: undefined, rest: typed };
  let rest = words;
  for (const { from, to } of timed.sort((a, b) => b.from - a.from))
    rest = `${rest.slice(0, from)} ${rest.slice(to).replace(JOINT, '')}`;
  return { months: new Set(timed.flatMap(({ months }) => months)), rest: rest.trim() };
}

/** The months of the plan's year that are in a calendar year. */
const monthsOf = (year: string, fiscalYear: FiscalYear): Month[] =>
  Array.from({ length: 12 }, (_, at) => at + 1).filter((month) =>
    findMonths(normalise(`${year}${String(month)}月`), fiscalYear).runs.some(
      ({ months, crossing }) => months && !crossing,
    ),
  );
