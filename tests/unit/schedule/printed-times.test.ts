import { afterAll, describe, expect, it } from 'vitest';
import { readNotes, schedulesOf, timingOf } from '#model/schedule/classes.ts';
import { MONTHS, NONE, STANDING, UNPLACED } from '../../fixtures/printed-times.ts';

/** Class and months of a note, as the table writes them. */
function told(printed: string): string {
  const schedules = schedulesOf(readNotes(`催し(${printed})`));
  const note = schedules[0];
  if (note?.kind !== 'months') return timingOf(schedules);
  return `${note.months.join()}${note.planned ? '?' : ''}${note.crossing ? '*' : ''}`;
}

const cases = [
  ...MONTHS,
  ...STANDING.map((printed) => [printed, 'standing'] as const),
  ...UNPLACED.map((printed) => [printed, 'unplaced'] as const),
  ...NONE.map((printed) => [printed, 'none'] as const),
];

describe('printed times', () => {
  let right = 0;
  afterAll(() => {
    console.log(`Notes read right: ${String(right)} of ${String(cases.length)}`);
  });

  it('are more than 250, each once', () => {
    expect(new Set(cases.map(([printed]) => printed)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThan(250);
  });

  it.each(cases)('reads (%s) as %s', (printed, expected) => {
    expect(told(printed)).toBe(expected);
    right += 1;
  });
});
