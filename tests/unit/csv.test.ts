import fc from 'fast-check';
import { parseCsv, writeCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import { csv, escapeFormula, tables } from '#export/csv.ts';
import { planFile } from '#export/json.ts';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { correctionsFrom, pledgesFrom, programmesFrom, readTable } from '../fixtures/from-csv.ts';
import { hostile } from '../fixtures/hostile.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';

describe('JSON → CSV → JSON', async () => {
  const plans: [string, Plan][] = [
    ['this plan', await readPlan()],
    ['a plan of hostile words', smallPlan(HOSTILE)],
    ['a plan of apostrophes', smallPlan("'=")],
  ];
  it.each(plans)('loses nothing of %s', (_, plan) => {
    const file = planFile(plan);
    const read = Object.fromEntries(tables.map((name) => [name, readTable(name, csv(name, plan))]));
    const { programmes = [], activities = [], pledges = [], corrections = [] } = read;
    expect(programmesFrom(programmes, activities)).toEqual(file.programmes);
    expect(pledgesFrom(pledges)).toEqual(file.pledges);
    expect(correctionsFrom(corrections)).toEqual(file.corrections);
  });

  it('reads a table that lost a word as different', () => {
    const plan = smallPlan();
    const damaged = csv('pledges', plan).replace('ことば、二', 'ことば');
    expect(pledgesFrom(readTable('pledges', damaged))).not.toEqual(planFile(plan).pledges);
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
