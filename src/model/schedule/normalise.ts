/** Plain form of a printed phrase that keeps for every character its offset in the print. */

/** A text rewritten step by step. `offsets[i]` is the offset in the print of the i-th character. */
export class Traced {
  readonly text: string;
  private readonly offsets: readonly number[];

  constructor(text: string, offsets: readonly number[]) {
    this.text = text;
    this.offsets = offsets;
  }

  /** Replaces every match; the new characters have the offset of the match. */
  replace(pattern: RegExp, by: string | ((found: string) => string)): Traced {
    let text = '';
    const offsets: number[][] = [];
    let end = 0;
    for (const { 0: found, index } of this.text.matchAll(pattern)) {
      const put = typeof by === 'string' ? by : by(found);
      text += this.text.slice(end, index) + put;
      offsets.push(this.offsets.slice(end, index));
      offsets.push(Array<number>(put.length).fill(this.offsets[index] ?? 0));
      end = index + found.length;
    }
    return new Traced(text + this.text.slice(end), [...offsets, this.offsets.slice(end)].flat());
  }

  /** Hides every match from the patterns that come after, at its full length. */
  hide(pattern: RegExp): Traced {
    return this.replace(pattern, (found) => HIDDEN.repeat(found.length));
  }

  /** Where in the print the characters from `start` to `end` stand. */
  span(start: number, end: number): [from: number, to: number] {
    return [this.offsets[start] ?? 0, this.offsets[end] ?? 0];
  }
}

/** Replaces a character that is no time. No pattern matches it. */
export const HIDDEN = '□';

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_NUMBER = '[〇一二三四五六七八九十]+';
/** Kanji numerals that count something a schedule counts, alone or in a list or range. */
const COUNTED = new RegExp(
  `${KANJI_NUMBER}(?=(?:(?:[、~]|から)${KANJI_NUMBER})*(?:[月回年週度歳才]|日(?!曜)|[かヶケカヵ箇]月|[火水木金土日]曜|四半期|学期))|(?<=第)${KANJI_NUMBER}`,
  'gu',
);
/** Names that begin like a date, and numbers that are words. */
const NAMES =
  /[一二三四五六七八九十廿]+日(?:市|町|場|講|戸)|五月(?:台|山|町|丘|雨|晴|病|人形|祭|飾)|[二三]月堂|十月桜|一日(?:も早|千秋)|日曜(?:大工|画家)|三日(?:坊主|天下|月)|万一|統一|唯一|[一二三]年草/gu;

/**
 * NFKC; spaces gone; one sign each for ranges (`~`) and lists (`、`); numbers in digits; no
 * weekdays in brackets after a date and no second calendar's year in brackets after a year.
 */
export function normalise(printed: string): Traced {
  let text = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const char of printed) {
    // ①7月 would become 17月, ㈪ is (月): a number in a ring or in brackets ends what stands before.
    text += /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/u.test(char) ? '、' : char.normalize('NFKC');
    while (offsets.length < text.length) offsets.push(offset);
    offset += char.length;
  }
  return new Traced(text, [...offsets, printed.length])
    .replace(/(?<![\d.])\d{1,2}\.\d{1,2}(?=\([月火水木金土日])/gu, (date) => date.replace('.', '/'))
    .replace(/(?<=\d{4})-(?=\d{1,2}-\d)|(?<=\d{4}-\d{1,2})-(?=\d)/g, '/')
    .replace(/[~〜∼∿\-‐‑‒–—―−─➡→⇒]+|(?<=[\d月日旬])ー(?=[\d翌令平R])/gu, '~')
    .replace(/^(?:\d{1,2}\s+)+(?=\d{1,2}\s*月)/g, (found) => found.replace(/\s+/g, '、'))
    .replace(/(?<=\d)\s+(?=\d)/g, '|')
    .replace(/\s+/g, '')
    .replace(/[,､・･·•‧∙⋅，;；]|及び|および|並びに|又は|または|もしくは|若しくは|あるいは/gu, '、')
    .hide(NAMES)
    .replace(COUNTED, digits)
    .replace(/(?<=\d)[ヶケカヵ箇個]月/gu, 'か月')
    .replace(
      /(?<=(?:令和|平成|昭和|[RHS])(?:\d{1,2}|元)年?|\d{4}年?)\((?:\d{4}|(?:令和|平成|昭和|[RHS])(?:\d{1,2}|元))年?\)/gu,
      '',
    )
    .replace(/(?<=第\d)\([月火水木金土日]\)/gu, (found) => `${found.charAt(1)}曜`)
    .replace(/(?<=\d\/\d{1,2})[月火水木金土日](?=[~、)]|$)/gu, '')
    .replace(/(?<=\d\/\d{1,2})\([月火水木金土日祝休振曜、~]+\)/gu, '日')
    .replace(/(?<=[日\d])\([月火水木金土日祝休振曜、~]+\)/gu, '');
}

/** `十二` as `12`, `二五` as `25`. */
function digits(kanji: string): string {
  const value = (char: string) => KANJI_DIGITS.indexOf(char);
  const [tens = '', ones] = kanji.split('十');
  if (ones === undefined) return Array.from(kanji, value).join('');
  return String((tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones)));
}
