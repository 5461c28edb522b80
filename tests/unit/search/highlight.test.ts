import { describe, expect, it } from 'vitest';
import { fieldOf, lexiconOf } from '#search/candidate.ts';
import * as shownBy from '#search/highlight.ts';
import type { Stretch } from '#search/highlight.ts';
import { readings } from './fixture.ts';

const lexicon = lexiconOf(readings);
const highlight = (text: string, marks: readonly string[]) =>
  shownBy.highlight(fieldOf(text, lexicon), marks);
const excerpt = (text: string, marks: readonly string[]) =>
  shownBy.excerpt(fieldOf(text, lexicon), marks);
const isIn = (text: string, mark: string) => shownBy.isIn(fieldOf(text, lexicon), mark);

const shown = (stretches: readonly Stretch[]) =>
  stretches.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('a text with its hits', () => {
  it('marks what was found as it is printed, width and signs included', () => {
    expect(shown(highlight('「ﾎﾞﾗﾝﾃｨｱ」の、安全・安心。', ['ぼらんていあ', '安全安心']))).toBe(
      '「[ﾎﾞﾗﾝﾃｨｱ]」の、[安全・安心]。',
    );
  });

  it('marks the word whose reading was found', () => {
    const text = '灯台の点検と船の登録を丁寧に案内します。';
    expect(shown(highlight(text, ['てんけん']))).toContain('の[点検]と');
    expect(isIn(text, 'てんけん')).toBe(true);
    expect(isIn(text, 'みなと')).toBe(false);
  });

  it('marks all of a character that is written with several', () => {
    expect(shown(highlight('葛\u{e0100}飾のｶﾞｽ', ['葛', 'が']))).toBe('[葛\u{e0100}]飾の[ｶﾞ]ｽ');
  });

  it('merges marks that touch or overlap', () => {
    expect(shown(highlight('防災訓練', ['防災', '災訓', '練']))).toBe('[防災訓練]');
  });
});

describe('an excerpt', () => {
  it('shows the sentence of the first hit in a long text', () => {
    const text = `${'長い話が続きます。'.repeat(20)}ここに灯台があります。${'まだ続きます。'.repeat(20)}`;
    const cut = shown(excerpt(text, ['灯台']));
    expect(cut).toContain('ここに[灯台]があります。');
    expect(cut.startsWith('…') && cut.endsWith('…')).toBe(true);
    expect(cut.length).toBeLessThan(120);
  });

  it('loses nothing of a short text, marked or not', () => {
    const text = '𠮷野川の 堤防';
    for (const marks of [[], ['川'], ['𠮷野'], ['無い'], ['']])
      expect(
        excerpt(text, marks)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
  });

  it('cuts no character in two, nor a mark from its character', () => {
    for (const char of ['𠮷', '葛\u{e0100}', 'か\u3099', 'ｶﾞ'])
      for (const lead of ['', '、', '、、']) {
        const text = `${lead}${char.repeat(200)}海${char.repeat(200)}`;
        const inner = excerpt(text, ['海'])
          .map((part) => part.text)
          .join('')
          .replaceAll(/[…海、]/g, '');
        expect(inner).toBe(char.repeat(inner.length / char.length));
      }
  });
});
