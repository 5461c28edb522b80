import { describe, expect, it } from 'vitest';
import { cell, csv, tables } from '#export/csv.ts';
import { planFile } from '#export/json.ts';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { correctionsFrom, pledgesFrom, programmesFrom, readTable } from '../fixtures/from-csv.ts';
import { HOSTILE, smallPlan } from '../fixtures/small-plan.ts';

describe('a cell', () => {
  it.each([
    ['総務', '総務'],
    ['7、8', '7、8'],
    ['一,二', '"一,二"'],
    ['「"」', '"「""」"'],
    ['一\n二', '"一\n二"'],
    ['=1+1', "'=1+1"],
    ['＝1', "'＝1"],
    ['9/1', "'9/1"],
    ['４-１', "'４-１"],
    ['2013/4/1', "'2013/4/1"],
    ['10/1～10/31', '10/1～10/31'],
    [' @x', "' @x"],
    ["'もと", "''もと"],
    ['', ''],
  ])('writes %j as %j', (text, written) => {
    expect(cell(text)).toBe(written);
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
