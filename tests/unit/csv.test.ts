import { describe, expect, it } from 'vitest';
import { csv, tables } from '#export/csv.ts';
import { planFile } from '#export/json.ts';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { correctionsFrom, pledgesFrom, programmesFrom, readTable } from '../fixtures/from-csv.ts';
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
