import { describe, expect, it } from 'vitest';
import { parseQuery } from '#search/query.ts';

const groups = (query: string) => parseQuery(query).groups.map(({ text }) => text);
const runs = (query: string) =>
  parseQuery(query).groups.flatMap((group) => group.runs.map(({ text }) => text));

describe('reading a query', () => {
  it('cuts at spaces and signs', () => {
    expect(groups('小学生　ボランティア,体験')).toEqual(['小学生', 'ぼらんていあ', '体験']);
  });

  it.each([
    ['選挙について知りたい', '選挙'],
    ['灯台はどこですか', '灯台'],
    ['清掃はいつありますか？', '清掃'],
    ['登録を教えてください', '登録'],
  ])('drops the question: %s', (query, said) => {
    expect(groups(query)).toEqual([said]);
  });

  it('leaves a word that only looks like a question', () => {
    expect(groups('どこ')).toEqual(['どこ']);
    expect(groups('ください')).toEqual(['ください']);
  });

  it('finds the words of a sentence', () => {
    expect(runs('公園のブランコが壊れている')).toEqual(['公園', 'ぶらんこ', '壊']);
    expect(runs('子供のいじめ')).toEqual(['子供', 'いじめ']);
  });

  it('parts what is filed from the word of the office', () => {
    expect(runs('登録手続き')).toEqual(['登録', '手続']);
    expect(runs('請求書')).toEqual(['請求書']);
  });

  it('counts a verb less than a noun, and a word of every office less than others', () => {
    const weights = Object.fromEntries(
      parseQuery('壊れた橋の申し込み').groups.flatMap((group) =>
        group.runs.map(({ text, weight }) => [text, weight]),
      ),
    );
    expect(weights.壊).toBeLessThan(weights.橋 ?? 0);
    expect(weights.申).toBeLessThan(weights.橋 ?? 0);
  });

  it.each([
    '',
    '   ',
    '「」',
    '\ud842',
    '\u0000',
    '*',
    '(((((',
    '[^]',
    '.*',
    '\\',
    '__proto__',
    'constructor',
    '\u202eあ',
  ])('reads %j without a complaint', (query) => {
    expect(() => parseQuery(query)).not.toThrow();
  });

  it('reads only the beginning of an endless query', () => {
    // ㍿ is four letters, ﷺ eighteen: what they become is no longer either.
    for (const sign of ['海', 'う', '𠮷', '㍿', 'ﷺ'])
      expect(parseQuery(sign.repeat(10_000)).whole.length).toBeLessThanOrEqual(120);
  });
});
