import { expect, it } from 'vitest';
import { timesOf } from '#model/schedule/activity-times.ts';
import { casesOf } from '../../fixtures/cases.ts';

type Kind = 'standing' | 'unplaced' | 'none';
const { months, ...others } = casesOf<Record<Kind, string[]> & { months: Record<string, string> }>(
  'printed-times',
);
const cases = [
  ...Object.entries(months),
  ...Object.entries(others).flatMap(([kind, all]) => all.map((printed) => [printed, kind])),
];

/** The fiscal year of the plan that prints a note. */
function startOf(printed: string): number {
  if (printed.includes('元年')) return 2019;
  return /2025|(?:令和|[RＲ㋿])[7７七]/u.test(printed) ? 2025 : 2013;
}

/** Kind or months of a note, as the table writes them. */
function kindOrMonths(printed: string): string {
  const fiscalYear = { printed: '', start: startOf(printed) };
  const { schedules, timing } = timesOf(`催し(${printed})`, fiscalYear);
  const [note] = schedules;
  if (note?.kind !== 'months') return timing;
  return `${note.months.join()}${note.planned ? '?' : ''}${note.crossing ? '*' : ''}`;
}

it.each(cases)('the note (%s) is read as %s', (printed, expected) => {
  expect(kindOrMonths(printed)).toBe(expected);
});
