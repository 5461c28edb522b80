import fc from 'fast-check';
import { expect, it } from 'vitest';
import { width, wrap } from '#share/wrap.ts';

const WORDS = '「 」 、 。 ー っ ( ) ・ 花 公園 の まち A1'.split(' ');
const title = fc.string({ unit: fc.constantFrom(...WORDS, ' '), maxLength: 30 });
const bare = (text: string) => text.replaceAll(' ', '');

it('a title that is wrapped loses no letter and keeps to the measure', () => {
  fc.assert(
    fc.property(title, (text) => {
      const lines = wrap(text, 12, 99) ?? [];
      expect(bare(lines.join(''))).toBe(bare(text));
      expect(lines.filter((line) => width(line) > 12)).toEqual([]);
    }),
  );
});
