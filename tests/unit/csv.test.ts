import fc from 'fast-check';
import { parseCsv, writeCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import { csv, escapeFormula, tables } from '#export/csv.ts';
import { hostile } from '../fixtures/hostile.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';

describe.each(tables)('%s.csv', (name) => {
  const table = csv(name, smallPlan(HOSTILE));

  it('has the columns and the cells that others read by, whatever the words', async () => {
    await expect(table.replaceAll('\r\n', '\n')).toMatchFileSnapshot(
      `../fixtures/tables/${name}.csv`,
    );
  });

  it('has a byte order mark, a CRLF behind each row, and a cell a column (RFC 4180)', () => {
    expect(table).toMatch(/^\uFEFF[^]*\r\n$/);
    expect(table.replaceAll(/"(?:[^"]|"")*"/gu, '')).not.toMatch(/[^\r]\n/u);
    const [header = [], ...rows] = parseCsv(table, { delimiter: ',' });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(header.length);
  });
});

/** What a spreadsheet takes for the beginning of a formula, spaces before it aside. */
const FORMULA = /^\s*[=+\-@＝＋－＠\u2212]|^[\t\r\n]/u;
const LETTERS = Array.from('=+-@＝＋－＠−\'"`,;\t\r\n 　、。あ漢A1&<>|\u{1F305}\u200B');

it('a cell starts no formula, and its text comes back', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 8 }),
    // A lone half of a pair is no character: UTF-8 cannot hold it.
    hostile().map((made) => made.toWellFormed()),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const table = writeCsv([['a', ...texts.map(escapeFormula)]]);
      const [[, ...cells] = []] = parseCsv(table, { delimiter: ',' });
      const read = cells.map(String);
      for (const value of read) expect(value).not.toMatch(FORMULA);
      expect(read.map((value) => value.replace(/^'/, ''))).toEqual(texts);
    }),
  );
});
