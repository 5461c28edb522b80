import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { cell, csv, tables } from '#export/csv.ts';
import { planFile } from '#export/json.ts';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { correctionsFrom, pledgesFrom, programmesFrom, readTable } from '../fixtures/from-csv.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';
import { randomTexts } from '../fixtures/random.ts';

/** What a spreadsheet takes for the beginning of a formula, spaces before it aside. */
const FORMULA = /^\s*[=+\-@＝＋－＠\u2212]|^[\t\r\n]/u;

describe('a cell', () => {
  it.each([
    ['総務', '総務'],
    ['7、8', '7、8'],
    ['一,二', '"一,二"'],
    ['「"」', '"「""」"'],
    ['一\n二', '"一\n二"'],
    ['=1+1', "'=1+1"],
    ['＝1', "'＝1"],
    [' @x', "' @x"],
    ["'もと", "''もと"],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(cell(text)).toBe(written);
  });

  it('starts no formula and gives every text back, for 20,000 random texts', () => {
    const { text } = randomTexts(5, [
      ...Array.from('=+-@＝＋－＠−\'"`,;\t\r\n 　、。あ漢A1&<>|'),
      '\u{1F305}',
      '\u200B',
    ]);
    const rows = Array.from({ length: 20_000 }, () => [text(8), text(8), text(8)]);
    const table = rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
    const read: string[][] = parse(table, { record_delimiter: '\r\n' });
    expect(read.flat().filter((value) => FORMULA.test(value))).toEqual([]);
    expect(read.map((row) => row.map((value) => value.replace(/^'/, '')))).toEqual(rows);
  });
});

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
