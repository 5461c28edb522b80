/** Months and seasons in a question: 8月, ９月, 八月, はちがつ, 夏. */

const SEASONS: Record<string, readonly number[]> = {
  春: [3, 4, 5],
  夏: [6, 7, 8],
  秋: [9, 10, 11],
  冬: [12, 1, 2],
  はる: [3, 4, 5],
  なつ: [6, 7, 8],
  あき: [9, 10, 11],
  ふゆ: [12, 1, 2],
  正月: [1],
  お正月: [1],
  年末: [12],
  年度末: [3],
  年度初め: [4],
};
const KANJI = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const KANA = 'いち に さん し ご ろく しち はち く じゅう じゅういち じゅうに なな'.split(' ');

/** What follows a month is no period, sum, weekday or frequency (月間, 月額, 月曜, 月4回). */
const MONTH = '月(?!間|額|曜|号|\\d*回)';
// A number of its own: not 1月 in 11月, not 2月 in 25年2月号.
const NUMBER = '(?<![0-9])(1[0-2]|0?[1-9])';
// The longest first.
const WRITTEN = new RegExp(
  `(?<![0-9一二三四五六七八九十])(${[...KANJI].reverse().join('|')})${MONTH}|(?<![ぁ-ん])(${[...KANA].reverse().join('|')})がつ(?=$|[^ぁ-ん]|[のにはをがも])`,
  'g',
);
/** With the particle that joins the time to the other words. */
const TIME = new RegExp(
  `(?:${NUMBER}月?(?:[~〜ー–−-]|から)(1[0-2]|0?[1-9])月(?:まで)?|${NUMBER}${MONTH}|(?<=^|[\\sの、])(${Object.keys(SEASONS).join('|')})(?=$|[\\s、にのはを]))(?:ごろ|頃|中|上旬|中旬|下旬)?(?:には|では|から|まで|[にのはをで])?`,
  'g',
);

/** 7・8・9月 is three months. */
const LISTED = new RegExp(`${NUMBER}(?=(?:[・、,](?:1[0-2]|0?[1-9]))+${MONTH})`, 'g');

export interface Timed {
  /** The months that are asked for, or undefined where the query names no time. */
  months: ReadonlySet<number> | undefined;
  /** The query without them. */
  rest: string;
}

/** Takes the months out of a query that is already of one width. */
export function takeMonths(query: string): Timed {
  const months = new Set<number>();
  const inDigits = query
    .replace(LISTED, '$1月')
    .replace(WRITTEN, (_, kanji: string | undefined, kana: string) => {
      const month = kanji ? KANJI.indexOf(kanji) : kana === 'なな' ? 6 : KANA.indexOf(kana);
      return `${String(month + 1)}月`;
    });
  const cut = (_: string, from?: string, to?: string, month?: string, season = '') => {
    const named = month ? [Number(month)] : (SEASONS[season] ?? between(Number(from), Number(to)));
    for (const one of named) months.add(one);
    return ' ';
  };
  const rest = inDigits.replace(TIME, cut).trim();
  return { months: months.size > 0 ? months : undefined, rest };
}

function between(from: number, to: number): number[] {
  const length = ((to - from + 12) % 12) + 1;
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 12) + 1);
}
