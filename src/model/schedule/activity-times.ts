/**
 * The class of every time that an activity prints. Nothing is typed a second time, nothing is
 * resolved beyond the printed words, and no text is refused.
 */
import { FISCAL_MONTHS, type FiscalYear, type Month } from '#model/fiscal-year.ts';
import { bracketed } from './brackets.ts';
import { findMonths, type MonthRun } from './months.ts';
import { HIDDEN, normalise, type Traced } from './normalise.ts';
import { withoutOtherTimes } from './not-schedule.ts';
import { COUNT, FREQUENCY, IN_WORDS, STANDING, UNPLACED, UNREAD } from './time-patterns.ts';

/**
 * `planned`: printed with 予定. `crossing`: some of the time lies outside the fiscal year.
 * `unplaced`: a time that names no month of the plan's year, or that could not be read.
 * `inWords`: printed in the running words, not in brackets.
 */
export type Schedule =
  | (Printed & { kind: 'months'; months: Month[]; planned: boolean; crossing: boolean })
  | (Printed & { kind: 'frequency' })
  | (Printed & { kind: 'standing' })
  | (Printed & { kind: 'unplaced' });
export type Note =
  { kind: 'scope'; printed: string } | { kind: 'gloss'; printed: string } | Schedule;
interface Printed {
  printed: string;
  inWords?: true;
}

/** The kind of an activity's time, by the most exact of its notes. */
export type Timing = 'months' | 'standing' | 'unplaced' | 'none';

const SCOPE = /\d+(?:地区|校|区|拠点|か所|箇所|園|団体|世帯|人|名)(?:ほか|など)?$/;
const WEEKDAY_OF_DATE = /^[月火水木金土日祝休・、,~～曜振]+$/u;

/** The times of an activity, of which an editor has placed some months. */
export interface Times {
  notes: Note[];
  schedules: Schedule[];
  /** Printed, or placed by the editor, in the fiscal year's order. */
  months: Month[];
  /** Those among them that the editor placed: they are not printed. */
  editorMonths: Month[];
  timing: Timing;
}

export function timesOf(text: string, fiscalYear?: FiscalYear, placed: readonly Month[] = []) {
  const notes = readNotes(text, fiscalYear);
  const schedules = schedulesOf(notes);
  const printed = monthsOf(schedules);
  const editorMonths = placed.filter((month) => !printed.includes(month));
  const months = monthsOf(schedules, placed);
  return { notes, schedules, months, editorMonths, timing: timingOf(schedules, placed) };
}

/** The notes of one activity's text, in printed order: its brackets, and times in its words. */
export function readNotes(text: string, fiscalYear?: FiscalYear): Note[] {
  const { pieces } = bracketed(text);
  return pieces.flatMap(({ note, words }, index): Note[] => {
    if (!note) return timesInWords(words, fiscalYear);
    const before = pieces[index - 1];
    const ofDate = before && !before.note && /[\d０-９日]$/u.test(before.words);
    if (ofDate && WEEKDAY_OF_DATE.test(words)) return [{ kind: 'gloss', printed: words }];
    return [readNote(words, fiscalYear)];
  });
}

/** One note, without its brackets. */
export function readNote(printed: string, fiscalYear?: FiscalYear): Note {
  const normal = withoutOtherTimes(normalise(printed));
  const { text, runs } = findMonths(normal, fiscalYear);
  const planned = text.text.includes('予定');
  const months = [...new Set(runs.flatMap((run) => run.months ?? []))];
  if (months.length > 0 && runs.every((run) => run.months))
    return { kind: 'months', printed, months, planned, crossing: runs.some((run) => run.crossing) };
  const { text: words } = normal;
  if (runs.some((run) => !run.months)) return { kind: 'unplaced', printed };
  if (FREQUENCY.test(words)) return { kind: 'frequency', printed };
  if (STANDING.test(words)) return { kind: 'standing', printed };
  if (UNPLACED.test(words)) return { kind: 'unplaced', printed };
  if (COUNT.test(words)) return { kind: 'frequency', printed };
  if (UNREAD.test(words)) return { kind: 'unplaced', printed };
  return { kind: SCOPE.test(printed.normalize('NFKC')) ? 'scope' : 'gloss', printed };
}

/** What may follow a month in running words that says when something is done. */
const WHEN =
  /^(?:$|[、。:|※)]|まで(?=$|[、。])|に(?!ちな|迎|向け|合わ)|頃|開[催始]|実施|予定|募集|受付|発[行表]|配布|公開|の(?:間|開催|実施|予定))/u;
/** A clause in the past is a reason, not a time. */
const PAST = /^[^、。]*(?:[したい]た|れた|った|んだ|いた)(?!い)/u;
const QUOTED = /[「『“][^」』”]*[」』”]?|^[^「『“]*[」』”]/gu;

/** Times in running words. A month in words that may mean another thing is not placed. */
function timesInWords(words: string, fiscalYear: FiscalYear | undefined): Schedule[] {
  const { text, runs } = findMonths(withoutOtherTimes(normalise(words).hide(QUOTED)), fiscalYear);
  const times: { start: number; schedule: Schedule }[] = [];
  const printed = (start: number, end: number) => words.slice(...text.span(start, end)).trim();
  for (const run of runs) {
    const rest = text.text.slice(run.end);
    const placed = !PAST.test(rest) && (WHEN.test(rest) || isOpen(text, run));
    const base = { printed: printed(run.start, run.end), inWords: true as const };
    const planned = /^[^、。]*予定/u.test(rest);
    const schedule: Schedule =
      run.months && placed
        ? { ...base, kind: 'months', months: run.months, planned, crossing: run.crossing }
        : { ...base, kind: 'unplaced' };
    times.push({ start: run.start, schedule });
  }
  const rest = Array.from(text.text, (char, index) =>
    runs.some(({ start, end }) => index >= start && index < end) ? HIDDEN : char,
  ).join('');
  for (const kind of ['frequency', 'standing', 'unplaced'] as const)
    for (const match of rest.matchAll(IN_WORDS[kind])) {
      const found = printed(match.index, match.index + match[0].length);
      times.push({ start: match.index, schedule: { kind, printed: found, inWords: true } });
    }
  return times.toSorted((one, other) => one.start - other.start).map(({ schedule }) => schedule);
}

const isOpen = (text: Traced, run: MonthRun) =>
  /(?:から|以降|以後|まで|~)$/u.test(text.text.slice(run.start, run.end));

/** Only the schedules among the notes. */
export function schedulesOf(notes: readonly Note[]): Schedule[] {
  return notes.filter((note) => note.kind !== 'scope' && note.kind !== 'gloss');
}

/** Months named by the schedules or placed by the editor, each once, in the fiscal year's order. */
export function monthsOf(schedules: readonly Schedule[], placed: readonly Month[] = []): Month[] {
  const named = new Set([
    ...placed,
    ...schedules.flatMap((s) => (s.kind === 'months' ? s.months : [])),
  ]);
  return FISCAL_MONTHS.filter((month) => named.has(month));
}

export function timingOf(schedules: readonly Schedule[], placed: readonly Month[] = []): Timing {
  const has = (...kinds: Schedule['kind'][]) => schedules.some(({ kind }) => kinds.includes(kind));
  if (placed.length > 0 || has('months')) return 'months';
  if (has('standing', 'frequency')) return 'standing';
  return has('unplaced') ? 'unplaced' : 'none';
}
