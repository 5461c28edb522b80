import { describe, expect, it } from 'vitest';
import { markOf } from '#model/calendar.ts';
import { FISCAL_MONTHS } from '#model/fiscal-year.ts';
import { smallPlan } from '../fixtures/small-plan.ts';

describe('a cell of the calendar', () => {
  it('tells a month that is planned from one in a range that leaves the year, and from none', () => {
    const [activity] = smallPlan().programmes[0]?.activities ?? [];
    if (!activity) throw new Error('an empty plan');
    const cells = FISCAL_MONTHS.map((month) => [month, markOf(activity, month)] as const);
    expect(cells.filter(([, mark]) => mark !== undefined)).toEqual([
      [4, 'crossing'],
      [5, 'crossing'],
      [1, 'planned'],
      [3, 'crossing'],
    ]);
  });
});
