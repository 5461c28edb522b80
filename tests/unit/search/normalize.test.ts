import { describe, expect, it } from 'vitest';
import { normalize, normalizeWithOffsets } from '#search/normalize.ts';
import { VARIANTS } from '#search/variants.ts';

describe('the normal form', () => {
  it.each([
    ['ﾎﾞﾗﾝﾃｨｱ', 'ボランティア'],
    ['ＤＶ', 'dv'],
    ['ボランテイア', 'ボランティア'],
    ['じゃず', 'ジャズ'],
    ['センター', 'センタ'],
    ['センタ－', 'センター'],
    ['7～9月', '７〜９月'],
    ['「安全・安心」', '安全安心'],
    ['つづき', 'つずき'],
    ['ゐど', 'いど'],
    ['か\u3099', 'が'],
    ['人々', '人人'],
    ['いすゞ', 'いすず'],
    ['こゝろ', 'こころ'],
    ['葛\u{e0100}飾', '葛飾'],
    ['希望ヶ丘', '希望が丘'],
    ['希望ケ丘', '希望が丘'],
    ['保土ヶ谷', '保土ケ谷'],
    ['3ヶ月', '3か月'],
    ['３ヵ月', '3カ月'],
    ['3ｹ月', '3ケ月'],
    ['数ヶ所', '数箇所'],
  ])('makes %s and %s one', (a, b) => {
    expect(normalize(a)).toBe(normalize(b));
  });

  it('keeps kanji apart, and letters that differ', () => {
    expect(normalize('川')).not.toBe(normalize('側'));
    expect(normalize('はか')).not.toBe(normalize('はが'));
    expect(normalize('ケーキ')).toBe('けき');
  });

  it('remembers where each character came from, behind half-width marks and wide letters too', () => {
    const { text, offsets, scripts } = normalizeWithOffsets('「ﾎﾞﾗ」𠀋A');
    expect(text).toBe('ぼら𠀋a');
    expect(offsets).toEqual([1, 3, 5, 5, 7]);
    expect(scripts).toEqual(['katakana', 'katakana', 'han', 'han', 'other']);
  });

  it('gives nothing for nothing, and survives lone surrogates', () => {
    expect(normalize('・「」ー 　\n\u200b')).toBe('');
    expect(normalize('\ud842あ\udfb7')).toContain('あ');
  });
});

describe('variants of kanji', () => {
  it.each([
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['齋藤', '斎藤'],
    ['齊藤', '斉藤'],
    ['金澤', '金沢'],
    ['廣報', '広報'],
    ['横濱', '横浜'],
    ['濵', '浜'],
    ['國民', '国民'],
    ['澁谷', '渋谷'],
  ])('count as one: %s is %s', (variant, usual) => {
    expect(normalize(variant)).toBe(normalize(usual));
  });

  it('are in one group each, and lead to no other', () => {
    const groups = VARIANTS.split(' ').map((group) => [...group]);
    const others = groups.flatMap(([, ...rest]) => rest);
    expect(new Set(others).size).toBe(others.length);
    expect(groups.filter(([first = '']) => others.includes(first))).toEqual([]);
  });
});
