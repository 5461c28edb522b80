import { expect, it } from 'vitest';
import { readNotes, schedulesOf, timingOf } from '#model/schedule/activity-times.ts';
import { casesOf } from '../../fixtures/cases.ts';

type Kind = 'standing' | 'unplaced' | 'none';
const { months, ...others } = casesOf<Record<Kind, string[]> & { months: Record<string, string> }>(
  'printed-times',
);
const cases = [
  ...Object.entries(months),
  ...Object.entries(others).flatMap(([kind, all]) => all.map((printed) => [printed, kind])),
];

/** Kind or months of a note, as the table writes them. */
function kindOrMonths(printed: string): string {
  const schedules = schedulesOf(readNotes(`催し(${printed})`));
  const [note] = schedules;
  if (note?.kind !== 'months') return timingOf(schedules);
  return `${note.months.join()}${note.planned ? '?' : ''}${note.crossing ? '*' : ''}`;
}

it.each(cases)('the note (%s) is read as %s', (printed, expected) => {
  expect(kindOrMonths(printed)).toBe(expected);
});
