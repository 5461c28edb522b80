import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phrases } from '#model/pieces.ts';
import { breakable, lineCount, namesThatFit } from '#share/card.ts';

const parts = (text: string, em: number) => breakable(phrases(text), em).split('\u200B');

it('words may break between phrases, and within one only where it is longer than a line', () => {
  expect(parts('地域の公園を活用した', 12)).toEqual(['地域の', '公園を', '活用した']);
  expect(parts('区エコライフスタイル推進事業', 10).slice(-2)).toEqual(['推進', '事業']);
  expect(parts('ライフスタイル', 4)).toEqual(Array.from('ライフスタイル'));
});

it('no line breaks in a few words in brackets', () => {
  expect(phrases('補助金の交付(3～5月申請受付)や')).toEqual([
    '補助金の',
    '交付',
    '(3～5月申請受付)',
    'や',
  ]);
});

it('counts the lines that phrases take', () => {
  expect(lineCount(phrases('川の事業'), 10)).toBe(1);
  expect(lineCount(phrases('地域の公園を活用した花いっぱい事業'), 12)).toBe(2);
  expect(lineCount(phrases('長い長い長い題名'), 4)).toBe(2);
});

it('a list is cut after a whole name', () => {
  const fit = (em: number) => namesThatFit('庶務係、木担当、船係', em, 1).replaceAll('\u200B', '');
  expect(fit(10)).toBe('庶務係、木担当、船係');
  expect(fit(9)).toBe('庶務係、木担当…');
  expect(fit(4)).toBe('庶務係…');
});

const WORDS = '「 」 、 。 ー っ ( ) ・ 花 公園 の まち A1'.split(' ');
const title = fc.string({ unit: fc.constantFrom(...WORDS, ' '), maxLength: 30 });

it('a title keeps every letter, and no part of it that must stay whole is wider than a line', () => {
  fc.assert(
    fc.property(title, (text) => {
      const parts = breakable(phrases(text), 6).split('\u200B');
      expect(parts.join('')).toBe(text);
      expect(parts.filter((part) => part.length > 10)).toEqual([]);
    }),
  );
});
