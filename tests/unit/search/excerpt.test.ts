import { describe, expect, it } from 'vitest';
import { docOf } from '#search/doc.ts';
import { excerpt, mark, type Stretch } from '#search/excerpt.ts';
import { docs } from './fixture.ts';

const fieldOf = (words: string) =>
  docOf({ url: '', kind: '', months: [], titles: [''], heads: '', words }).words;
const shown = (stretches: readonly Stretch[]) =>
  stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('an excerpt', () => {
  it('marks what was found as it is printed, width and signs included', () => {
    const text = '「ﾎﾞﾗﾝﾃｨｱ」の、安全・安心。';
    expect(shown(mark(text, fieldOf(text), ['ぼらんていあ', '安全安心']))).toBe(
      '「[ﾎﾞﾗﾝﾃｨｱ]」の、[安全・安心]。',
    );
  });

  it('marks the word whose reading was found', () => {
    const doc = docs[2];
    if (!doc) throw new Error('no such record');
    const text = '灯台の点検と船の登録を丁寧に案内します。海辺の安全を守ります。';
    expect(shown(mark(text, doc.words, ['てんけん']))).toContain('[点検]');
  });

  it('shows the sentence of the first hit in a long text', () => {
    const text = `${'長い話が続きます。'.repeat(20)}ここに灯台があります。${'まだ続きます。'.repeat(20)}`;
    const cut = shown(excerpt(text, fieldOf(text), ['灯台']));
    expect(cut).toContain('ここに[灯台]があります。');
    expect(cut.startsWith('…') && cut.endsWith('…')).toBe(true);
    expect(cut.length).toBeLessThan(120);
  });

  it('loses nothing of a short text, marked or not', () => {
    const text = '𠮷野川の 堤防';
    for (const marks of [[], ['川'], ['𠮷野'], ['無い'], ['']])
      expect(
        excerpt(text, fieldOf(text), marks)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
  });

  it('cuts no character in two, nor a mark from its character', () => {
    for (const char of ['𠮷', '葛\u{e0100}', 'か\u3099', 'ｶﾞ'])
      for (const lead of ['', '、', '、、']) {
        const text = `${lead}${char.repeat(200)}海${char.repeat(200)}`;
        const cut = excerpt(text, fieldOf(text), ['海']).map((part) => part.text);
        const inner = cut.join('').replaceAll(/[…海、]/g, '');
        expect(inner).toBe(char.repeat(inner.length / char.length));
      }
  });

  it('merges marks that touch or overlap', () => {
    expect(shown(mark('防災訓練', fieldOf('防災訓練'), ['防災', '災訓', '練']))).toBe('[防災訓練]');
  });
});
