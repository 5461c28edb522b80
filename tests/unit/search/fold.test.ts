import { describe, expect, it } from 'vitest';
import { fold, foldWithPlaces } from '#search/fold.ts';

describe('folding', () => {
  it.each([
    ['ﾎﾞﾗﾝﾃｨｱ', 'ボランティア'],
    ['ＤＶ', 'dv'],
    ['ボランテイア', 'ボランティア'],
    ['じゃず', 'ジャズ'],
    ['センター', 'センタ'],
    ['7～9月', '７〜９月'],
    ['「安全・安心」', '安全安心'],
    ['ひかりヶ丘', 'ひかりが丘'],
    ['つづき', 'つずき'],
    ['か\u3099', 'が'],
  ])('makes %s and %s one', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it('keeps kanji apart, and letters that differ', () => {
    expect(fold('川')).not.toBe(fold('側'));
    expect(fold('はか')).not.toBe(fold('はが'));
  });

  it('remembers where each character came from, behind half-width marks and wide letters too', () => {
    const text = '「ﾎﾞﾗ」𠮷A';
    const { text: folded, at, scripts } = foldWithPlaces(text);
    expect(folded).toBe('ぼら𠮷a');
    expect(at).toEqual([1, 3, 5, 5, 7]);
    expect(scripts).toEqual(['k', 'k', 'c', 'c', 'a']);
  });

  it('gives nothing for nothing', () => {
    expect(fold('・「」ー 　\n\u200b')).toBe('');
  });

  it('survives lone surrogates and any length', () => {
    expect(fold('\ud842あ\udfb7')).toContain('あ');
    expect(fold('あ'.repeat(10_000))).toHaveLength(10_000);
  });
});
