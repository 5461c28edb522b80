import fc from 'fast-check';
import { parseCsv, writeCsv } from 'hucre/csv';
import { expect, it } from 'vitest';
import { escapeFormula } from '#export/csv.ts';
import { hostile } from '../fixtures/hostile.ts';

/** What a spreadsheet takes for the beginning of a formula, spaces before it aside. */
const FORMULA = /^\s*[=+\-@＝＋－＠\u2212]|^[\t\r\n]/u;

const letters = [
  ...Array.from('=+-@＝＋－＠−\'"`,;\t\r\n 　、。あ漢A1&<>|'),
  '\u{1F305}',
  '\u200B',
];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 8 }),
  // A lone half of a pair is no character: UTF-8 cannot hold it.
  hostile().map((made) => made.toWellFormed()),
);

it('a cell starts no formula, and its text comes back', () => {
  const row = fc.array(text, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(row, (texts) => {
      const table = writeCsv([['a', ...texts].map(escapeFormula)]);
      const [[, ...read] = []] = parseCsv(table, { delimiter: ',' }).map((cells) =>
        cells.map(String),
      );
      for (const value of read) expect(value).not.toMatch(FORMULA);
      expect(read.map((value) => value.replace(/^'/, ''))).toEqual(texts);
    }),
  );
});
