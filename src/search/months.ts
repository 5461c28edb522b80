/** Months and seasons in a query: 8月, ９月, 八月, はちがつ, 夏. */

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
const KANA = 'いち に さん し ご ろく しち はち く じゅう じゅういち じゅうに'.split(' ');

// Not 3か月, not 11月 as 1月, not 年2月 inside 25年2月号: a number of its own, then 月.
const NUMBER = /(?<![0-9])(1[0-2]|0?[1-9])月(?!間|額|曜|\d*回)/g;
const RANGE = /(?<![0-9])(1[0-2]|0?[1-9])月?(?:[~〜-]|から)(1[0-2]|0?[1-9])月(?:まで)?/g;
const WRITTEN = new RegExp(
  `(?<![一二三四五六七八九十])(${[...KANJI].reverse().join('|')})月|(?<![ぁ-ん])(${[...KANA].reverse().join('|')}|なな)がつ(?![ぁ-ん]{2})`,
  'g',
);
const SEASON = new RegExp(
  `^(${Object.keys(SEASONS).join('|')})(?=$|[\\s、にのはを])|(?<=[\\sの、])(${Object.keys(SEASONS).join('|')})(?=$|[\\s、にのはを])`,
  'g',
);

export interface Timed {
  /** The months that are asked for, or undefined where the query names no time. */
  months: ReadonlySet<number> | undefined;
  /** The query without them and without the particle that joined them. */
  rest: string;
}

/** Replaces the months in the query. */
const CUT = '\u0000';

/** Takes the months out of a query that is already of one width. */
export function takeMonths(query: string): Timed {
  const months = new Set<number>();
  query = query.replaceAll(CUT, ' ');
  const cut = (pattern: RegExp, read: (groups: (string | undefined)[]) => readonly number[]) => {
    query = query.replace(pattern, (...match: unknown[]) => {
      const groups = match
        .slice(1)
        .filter((part) => typeof part !== 'number' && typeof part !== 'object') as (
        string | undefined
      )[];
      for (const month of read(groups)) months.add(month);
      return CUT;
    });
  };
  cut(RANGE, ([from, to]) => between(Number(from), Number(to)));
  cut(NUMBER, ([month]) => [Number(month)]);
  cut(WRITTEN, ([kanji, kana]) => [
    kanji ? KANJI.indexOf(kanji) + 1 : kana === 'なな' ? 7 : KANA.indexOf(kana ?? '') + 1,
  ]);
  cut(SEASON, ([first, later]) => SEASONS[first ?? later ?? ''] ?? []);
  const rest = query
    .replace(/\u0000(?:ごろ|頃|中|上旬|中旬|下旬)?(?:には|では|から|まで|[にのはをでも])?/g, ' ')
    .trim();
  return { months: months.size > 0 ? months : undefined, rest };
}

function between(from: number, to: number): number[] {
  const length = ((to - from + 12) % 12) + 1;
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 12) + 1);
}
