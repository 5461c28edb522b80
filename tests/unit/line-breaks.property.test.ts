import fc from 'fast-check';
import { expect, it } from 'vitest';
import { phrases } from '#model/phrases.ts';
import { breakable } from '#share/line-breaks.ts';

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
