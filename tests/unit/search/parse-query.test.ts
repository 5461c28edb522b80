import { describe, expect, it } from 'vitest';
import { otherMeanings, parseQuery } from '#search/parse-query.ts';

const phrases = (query: string) => parseQuery(query).phrases.map(({ text }) => text);
const terms = (query: string) =>
  parseQuery(query).phrases.flatMap((phrase) => phrase.terms.map(({ text }) => text));
const weights = (query: string) =>
  Object.fromEntries(
    parseQuery(query).phrases.flatMap((phrase) =>
      phrase.terms.map(({ text, weight }) => [text, weight]),
    ),
  );

const others = (query: string) => otherMeanings(query, parseQuery(query)).map(({ whole }) => whole);

describe('reading a question', () => {
  it('cuts at spaces and signs', () => {
    expect(phrases('小学生　ボランティア,体験')).toEqual(['小学生', 'ぼらんていあ', '体験']);
  });

  it.each([
    ['選挙について知りたい', '選挙'],
    ['灯台はどこですか', '灯台'],
    ['清掃はいつありますか？', '清掃'],
    ['登録を教えてください', '登録'],
  ])('drops what asks: %s', (query, said) => {
    expect(phrases(query)).toEqual([said]);
  });

  it('leaves a word that only looks like a question', () => {
    for (const word of ['さかな', 'おかね', 'すいか', 'みなとか'])
      expect(phrases(word)).toEqual([word]);
    expect(others('とうだいはどこですか')).toEqual(['とうだい']);
    expect(phrases('ぼうs')).toEqual(['ぼう']);
    expect(phrases('夫のdv')).toEqual(['夫のdv']);
    expect(phrases('どこ')).toEqual(['どこ']);
    expect(phrases('ください')).toEqual(['ください']);
  });

  it('finds the words of a sentence', () => {
    expect(terms('公園のブランコが壊れている')).toEqual(['公園', 'ぶらんこ', '壊']);
    expect(terms('子供のいじめ')).toEqual(['子供', 'いじめ']);
  });

  it('parts what is filed from the word of the office', () => {
    expect(terms('登録手続き')).toEqual(['登録', '手続']);
    expect(terms('請求書')).toEqual(['請求書']);
  });

  it('counts a verb less than a noun, and a word of every office less than others', () => {
    const { 壊: broken, 橋: bridge = 0, 申: apply } = weights('壊れた橋の申し込み');
    expect(broken).toBeLessThan(bridge);
    expect(apply).toBeLessThan(bridge);
  });

  it('reads romaji as kana too, words of an office in letters not', () => {
    expect(others('bosai')).toContain('ぼうさい');
    expect(others('asahi-kun')).toContain('あさひくん');
    expect(others('bōsai')).toContain('ぼうさい');
    expect(others('matcha')).toContain('まつちや');
    expect(others("kin'en")).toEqual(['きんえん']);
    expect(others('kodomo 会')).toContain('こども会');
    for (const letters of ['DV', 'AED', 'LED']) expect(others(letters)).toEqual([]);
  });

  it('knows other spellings of a word', () => {
    expect(others('子供会')).toContain('こども会');
    expect(others('灯台')).toEqual([]);
  });

  it('reads only the beginning of an endless question', () => {
    // ㍿ is four letters, ﷺ eighteen: what they become is no longer either.
    for (const sign of ['海', 'う', '𠮷', '㍿', 'ﷺ'])
      expect(parseQuery(sign.repeat(10_000)).whole.length).toBeLessThanOrEqual(120);
  });
});
