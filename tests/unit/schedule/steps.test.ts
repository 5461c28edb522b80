/** The steps by which a time is read, one by one. */
import { expect, it } from 'vitest';
import { bracketed, timesOf } from '#model/schedule/activity-times.ts';
import { normalise } from '#model/schedule/normalise.ts';
import { cover, spansOf } from '#model/schedule/spans.ts';
import { casesOf } from '../../fixtures/cases.ts';

/** The cells of a row mean what the file says above each table. */
interface Steps {
  brackets: [string, string, boolean][];
  normalised: [string, string][];
  runs: [string, string][];
  openRuns: [string, 'from' | 'until' | 'both', string][];
  notes: [string, string[]][];
  kinds: [string, string][];
}
const steps = casesOf<Steps>('schedule-steps');
const fiscal2013 = { printed: '平成25年度', start: 2013 };

it.each(steps.brackets)('parts %j into %s', (text, parts, balanced) => {
  const found = bracketed(text);
  expect(found.pieces.map(({ note, words }) => (note ? `(${words})` : words)).join('|')).toBe(
    parts,
  );
  expect(found.balanced).toBe(balanced);
});

it.each(steps.normalised)('writes %j as %s', (printed, plain) => {
  expect(normalise(printed).text).toBe(plain);
});

it('keeps where in the print each character stands', () => {
  const traced = normalise('①１２ 月及び９月').replace(/月/g, '月分');
  expect(traced.text).toBe('、12月分、9月分');
  expect(traced.span(0, 1)).toEqual([0, 1]);
  expect(traced.span(3, 5)).toEqual([4, 5]);
  expect(traced.span(5, 8)).toEqual([5, 8]);
  expect(traced.span(8, 9)).toEqual([8, 9]);
});

/** The months of a run in fiscal 2013, with `*` where some lie outside it; `-` is none. */
function covered(run: string, start: boolean, end: boolean): string {
  const { months, crossing } = cover(spansOf(run, fiscal2013), { start, end }, fiscal2013);
  return (months?.join() ?? '-') + (crossing ? '*' : '');
}

it.each(steps.runs)('reads the run %s as %s', (run, months) => {
  expect(covered(run, false, false)).toBe(months);
});

it.each(steps.openRuns)('opens the run %s (%s) to %s', (run, open, months) => {
  expect(covered(run, open !== 'from', open !== 'until')).toBe(months);
});

it.each(steps.notes)('reads %s as %j', (text, notes) => {
  expect(
    timesOf(text, fiscal2013).notes.map((note) => {
      if (note.kind !== 'months') return `${note.kind} ${note.printed}`;
      const marks = (note.planned ? '?' : '') + (note.crossing ? '*' : '');
      return `months ${note.printed} ${note.months.join()}${marks}`;
    }),
  ).toEqual(notes);
});

it.each([
  '各1/2、2/3、3/4の補助',
  '1/8、3/10、3/8、4/5の割合',
  '1/10または2/5を助成',
  '3月3日間の集中講座の3本、第3月曜',
])('takes no share and no count for a date: %s', (words) => {
  expect(timesOf(words, fiscal2013).months).toEqual([]);
});

it.each(steps.kinds)('takes the note %s for one of the kind %s', (words, kind) => {
  expect(timesOf(`催し(${words})`, fiscal2013).notes[0]?.kind).toBe(kind);
});
