/**
 * The class of every time that an activity prints. Nothing is typed a second time, nothing is
 * resolved beyond the printed words, and no text is refused.
 */
import { FISCAL_MONTHS, type FiscalYear, type Month } from '#model/fiscal-year.ts';
import { findMonths } from './months.ts';
import { HIDDEN, normalise } from './normalise.ts';
import { IN_NOTES, IN_WORDS, OTHER_TIMES } from './time-patterns.ts';

interface Printed {
  printed: string;
  /** Printed in the running words, not in brackets. */
  inWords?: true;
}
/**
 * `planned`: printed with 予定. `crossing`: some of the time lies outside the fiscal year.
 * `unplaced`: a time that names no month of the plan's year, or that could not be read.
 */
export type Schedule =
  | (Printed & { kind: 'months'; months: Month[]; planned: boolean; crossing: boolean })
  | (Printed & { kind: 'frequency' | 'standing' | 'unplaced' });
export type Note =
  { kind: 'scope'; printed: string } | { kind: 'gloss'; printed: string } | Schedule;

/** The times of an activity, of which an editor has placed some months. */
export interface Times {
  notes: Note[];
  schedules: Schedule[];
  /** Printed, or placed by the editor, in the fiscal year's order. */
  months: Month[];
  /** Those among them that the editor placed: they are not printed. */
  editorMonths: Month[];
  /** By the most exact of the notes. */
  timing: Timing;
}
export type Timing = 'months' | 'standing' | 'unplaced' | 'none';

export function timesOf(
  text: string,
  fiscalYear: FiscalYear,
  placed: readonly Month[] = [],
): Times {
  const notes = readNotes(text, fiscalYear);
  const schedules = notes.filter((note) => note.kind !== 'scope' && note.kind !== 'gloss');
  const printed = new Set(
    schedules.flatMap((schedule) => (schedule.kind === 'months' ? schedule.months : [])),
  );
  const months = FISCAL_MONTHS.filter((month) => printed.has(month) || placed.includes(month));
  const editorMonths = placed.filter((month) => !printed.has(month));
  return { notes, schedules, months, editorMonths, timing: timingOf(schedules, placed) };
}

function timingOf(schedules: readonly Schedule[], placed: readonly Month[]): Timing {
  const kinds = new Set(schedules.map(({ kind }) => kind));
  if (placed.length > 0 || kinds.has('months')) return 'months';
  if (kinds.has('standing') || kinds.has('frequency')) return 'standing';
  return kinds.has('unplaced') ? 'unplaced' : 'none';
}

const SCOPE = /\d+(?:地区|校|区|拠点|か所|箇所|園|団体|世帯|人|名)(?:ほか|など)?$/;
const WEEKDAY_OF_DATE = /^[月火水木金土日祝休・、,~～曜振]+$/u;

/** The notes of one activity's text, in printed order: its brackets, and times in its words. */
function readNotes(text: string, fiscalYear: FiscalYear): Note[] {
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
function readNote(printed: string, fiscalYear: FiscalYear): Note {
  const normal = normalise(printed).hide(OTHER_TIMES);
  const { text, runs } = findMonths(normal, fiscalYear);
  const months = [...new Set(runs.flatMap((run) => run.months ?? []))];
  if (runs.some((run) => !run.months)) return { kind: 'unplaced', printed };
  if (months.length > 0) {
    const planned = text.text.includes('予定');
    return { kind: 'months', printed, months, planned, crossing: runs.some((run) => run.crossing) };
  }
  const [kind] = IN_NOTES.find(([, pattern]) => pattern.test(normal.text)) ?? [];
  return { kind: kind ?? (SCOPE.test(printed.normalize('NFKC')) ? 'scope' : 'gloss'), printed };
}

/** What may follow a month in running words that says when something is done. */
const WHEN =
  /^(?:$|[、。:|※)]|まで(?=$|[、。])|に(?!ちな|迎|向け|合わ)|頃|開[催始]|実施|予定|募集|受付|発[行表]|配布|公開|の(?:間|開催|実施|予定))/u;
const OPEN = /(?:から|以降|以後|まで|~)$/u;
/** A clause in the past is a reason, not a time. */
const PAST = /^[^、。]*(?:[したい]た|れた|った|んだ|いた)(?!い)/u;
const QUOTED = /[「『“][^」』”]*[」』”]?|^[^「『“]*[」』”]/gu;

/** Times in running words. A month in words that may mean another thing is not placed. */
function timesInWords(words: string, fiscalYear: FiscalYear): Schedule[] {
  const normal = normalise(words).hide(QUOTED).hide(OTHER_TIMES);
  const { text, runs } = findMonths(normal, fiscalYear);
  const base = (start: number, end: number) =>
    ({ printed: words.slice(...text.span(start, end)).trim(), inWords: true }) as const;
  const times: { start: number; schedule: Schedule }[] = [];
  let others = text.text;
  for (const { start, end, months, crossing } of runs) {
    const [run, rest] = [text.text.slice(start, end), text.text.slice(end)];
    const isPlaced = !PAST.test(rest) && (WHEN.test(rest) || OPEN.test(run));
    const planned = /^[^、。]*予定/u.test(rest);
    const schedule: Schedule =
      months && isPlaced
        ? { ...base(start, end), kind: 'months', months, planned, crossing }
        : { ...base(start, end), kind: 'unplaced' };
    times.push({ start, schedule });
    others = others.slice(0, start) + HIDDEN.repeat(end - start) + others.slice(end);
  }
  for (const kind of ['frequency', 'standing', 'unplaced'] as const)
    for (const { 0: found, index: start } of others.matchAll(IN_WORDS[kind]))
      times.push({ start, schedule: { ...base(start, start + found.length), kind } });
  return times.toSorted((one, other) => one.start - other.start).map(({ schedule }) => schedule);
}

export interface Pieces {
  /** The words in each outermost pair of brackets, and the words between them. */
  pieces: { note: boolean; words: string }[];
  /** Whether every bracket has its other half. */
  balanced: boolean;
}

const OPENING = '(（[［〔【〈《{｛';
const CLOSING = ')）]］〕】〉》}｝';

/** Halves of different widths belong together. What an unclosed bracket opens runs to the end. */
export function bracketed(text: string): Pieces {
  const pieces: Pieces['pieces'] = [];
  let [words, depth, balanced] = ['', 0, true];
  const close = (note: boolean) => {
    if (note || words !== '') pieces.push({ note, words });
    words = '';
  };
  for (const char of text) {
    const closes = CLOSING.includes(char);
    if (OPENING.includes(char) && depth++ === 0) close(false);
    else if (closes && depth > 0 && --depth === 0) close(true);
    else words += char;
    if (closes && depth === 0 && words.endsWith(char)) balanced = false;
  }
  close(depth > 0);
  return { pieces, balanced: balanced && depth === 0 };
}
