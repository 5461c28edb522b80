/**
 * Reads the notes in brackets that the plan prints inside an activity: schedules, scopes, glosses.
 * Nothing is typed a second time and nothing is resolved beyond the printed words.
 */
import { FISCAL_MONTHS, fiscalIndex, type Month } from './fiscal-year.ts';

/** `planned`: printed with 予定. `crossing`: the range runs over the edge of the fiscal year. */
export type Schedule =
  | { kind: 'months'; printed: string; months: Month[]; planned: boolean; crossing: boolean }
  | { kind: 'frequency'; printed: string }
  | { kind: 'standing'; printed: string };

export type Note =
  { kind: 'scope'; printed: string } | { kind: 'gloss'; printed: string } | Schedule;

/** How an activity's time is told, by the most exact of its notes. */
export type Timing = 'months' | 'standing' | 'none';

/** A note that names a time but cannot be read. Its message is the Japanese expectation. */
export class UnreadableNote extends Error {
  override name = 'UnreadableNote';
  readonly printed: string;
  constructor(printed: string, expected: string) {
    super(expected);
    this.printed = printed;
  }
}

const GRAMMAR =
  '通年、随時、毎月、月4回、年3回、9月、7月～3月、8～11月、1月予定、3～5月申請受付 のような形';
/** A note in brackets; it holds no other. */
const NOTE = /[(（]([^()（）]*)[)）]/gu;
const STANDING = /^(?:通年|随時)$/;
const FREQUENCY = /^(?:毎[年月週日]|[年月週](?:に)?\d+回)$/;
const MONTHS = /^(\d{1,2})(?:月?[~〜-](\d{1,2}))?月(予定|申請受付)?$/;
const SCOPE = /\d+(?:地区|校|区|拠点|か所|箇所|園|団体|世帯|人|名)(?:ほか|など)?$/;
const TIME_WORD =
  /(?:\d|[一二三四五六七八九十])[年月週日回]|[年月週][\d回]|毎|通[年期]|随時|[上中下]旬|[春夏秋冬]季|時期|予定|受付|[~〜]/;

/** The notes of one activity's text, in printed order. Throws {@link UnreadableNote}. */
export function readNotes(text: string): Note[] {
  const stray = /[()（）]/u.exec(text.replace(NOTE, ''))?.[0];
  if (stray) throw new UnreadableNote(stray, '( と ) を一つずつ対にし、( ) の中に ( ) を入れない');
  return Array.from(text.matchAll(NOTE), ([, printed = '']) => readNote(printed));
}

/** One note, without its brackets. Full-width digits are read too; `printed` stays as it is. */
export function readNote(printed: string): Note {
  const text = printed.normalize('NFKC');
  if (STANDING.test(text)) return { kind: 'standing', printed };
  if (FREQUENCY.test(text)) return { kind: 'frequency', printed };
  const named = MONTHS.exec(text);
  if (named) return months(printed, Number(named[1]), Number(named[2] ?? named[1]), named[3]);
  if (TIME_WORD.test(text)) throw new UnreadableNote(printed, `時期は ${GRAMMAR}で書く`);
  if (text.trim() === '') throw new UnreadableNote(`(${printed})`, '( ) の中に言葉を書く');
  return { kind: SCOPE.test(text) ? 'scope' : 'gloss', printed };
}

/** Only the schedules among the notes. */
export function schedulesOf(notes: readonly Note[]): Schedule[] {
  return notes.filter((note) => note.kind !== 'scope' && note.kind !== 'gloss');
}

/** Months named by the schedules, each once, in the fiscal year's order. */
export function monthsOf(schedules: readonly Schedule[]): Month[] {
  const named = new Set(schedules.flatMap((s) => (s.kind === 'months' ? s.months : [])));
  return FISCAL_MONTHS.filter((month) => named.has(month));
}

export function timingOf(schedules: readonly Schedule[]): Timing {
  if (schedules.some((schedule) => schedule.kind === 'months')) return 'months';
  return schedules.length > 0 ? 'standing' : 'none';
}

function months(printed: string, from: Month, to: Month, suffix?: string): Schedule {
  for (const month of [from, to])
    if (month < 1 || month > 12) throw new UnreadableNote(printed, '月は1月から12月まで');
  const crossing = fiscalIndex(from) > fiscalIndex(to);
  // An application may open before the year it is for; anything else that runs backwards is a slip.
  if (crossing && suffix !== '申請受付')
    throw new UnreadableNote(printed, '4月から翌年3月までの順で書いた期間（例: 7月～3月）');
  const length = ((to - from + 12) % 12) + 1;
  const covered = Array.from({ length }, (_, i) => ((from - 1 + i) % 12) + 1);
  return { kind: 'months', printed, months: covered, planned: suffix === '予定', crossing };
}
