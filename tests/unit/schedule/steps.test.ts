/** The steps by which a time is read, one by one. */
import { expect, it } from 'vitest';
import { bracketed } from '#model/schedule/brackets.ts';
import { monthsOf, readNote, readNotes, schedulesOf } from '#model/schedule/activity-times.ts';
import { normalise } from '#model/schedule/normalise.ts';
import { cover, type Open, spansOf } from '#model/schedule/spans.ts';
import { casesOf } from '../../fixtures/cases.ts';

/** The cells of a row mean what the file says above each table. */
interface Steps {
  brackets: [string, string, boolean][];
  normalised: [string, string][];
  runs: [string, string, string][];
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

/** The months of a run, with `*` where some lie outside the fiscal year; `-` is none. */
function covered(run: string, open: Open, fiscalYear?: typeof fiscal2013): string {
  const { months, crossing } = cover(spansOf(run), open, fiscalYear);
  return (months?.join() ?? '-') + (crossing ? '*' : '');
}

it.each(steps.runs)(
  'reads the run %s as %s by itself and as %s in fiscal 2013',
  (run, alone, inPlan) => {
    const closed = { start: false, end: false };
    expect(covered(run, closed)).toBe(alone);
    expect(covered(run, closed, fiscal2013)).toBe(inPlan);
  },
);

it.each(steps.openRuns)('opens the run %s (%s) to %s', (run, open, months) => {
  const ends = { start: open !== 'from', end: open !== 'until' };
  expect(covered(run, ends, fiscal2013)).toBe(months);
});

it.each(steps.notes)('reads %s as %j', (text, notes) => {
  expect(
    readNotes(text, fiscal2013).map((note) => {
      if (note.kind !== 'months') return `${note.kind} ${note.printed}`;
      const marks = (note.planned ? '?' : '') + (note.crossing ? '*' : '');
      return `months ${note.printed} ${note.months.join()}${marks}`;
    }),
  ).toEqual(notes);
});

it('tells times in words from those in brackets, and both from other notes', () => {
  expect(schedulesOf(readNotes('毎週土曜日に開催(7月)(2地区)(ケア)'))).toEqual([
    { kind: 'frequency', printed: '毎週土曜日', inWords: true },
    { kind: 'months', printed: '7月', months: [7], planned: false, crossing: false },
  ]);
});

it.each([
  '各1/2、2/3、3/4の補助',
  '1/8、3/10、3/8、4/5の割合',
  '1/10または2/5を助成',
  '3月3日間の集中講座の3本、第3月曜',
])('takes no share and no count for a date: %s', (words) => {
  expect(monthsOf(schedulesOf(readNotes(words)))).toEqual([]);
});

it.each(steps.kinds)('takes the note %s for one of the kind %s', (words, kind) => {
  expect(readNote(words).kind).toBe(kind);
});
