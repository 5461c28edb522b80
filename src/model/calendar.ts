/** The plan by month, from the printed schedules alone. */
import { FISCAL_MONTHS, type Month } from './fiscal-year.ts';
import type { Activity, Goal, Plan } from './plan.ts';
import type { Timing } from './schedule/activity-times.ts';

export interface CalendarMonth {
  month: Month;
  /** Activities whose printed months cover this one, in printed order. */
  activities: Activity[];
}

/**
 * What a calendar cell says: named, named as planned (予定), in a range that leaves the year, or
 * placed by the editor.
 */
export type Mark = 'named' | 'planned' | 'crossing' | 'editor';

export interface CalendarRow {
  activity: Activity;
  /** Twelve cells, April to March. */
  cells: (Mark | undefined)[];
}

export interface CalendarGoal {
  goal: Goal;
  rows: CalendarRow[];
}

/** All activities with this kind of time, in printed order. */
export const activitiesBy = ({ programmes }: Pick<Plan, 'programmes'>, timing: Timing) =>
  programmes.flatMap((programme) =>
    programme.activities.filter((activity) => activity.timing === timing),
  );

/** The twelve months, April first. */
export function calendarMonths(plan: Plan): CalendarMonth[] {
  const activities = activitiesBy(plan, 'months');
  return FISCAL_MONTHS.map((month) => ({
    month,
    activities: activities.filter((activity) => activity.months.includes(month)),
  }));
}

/** Rows of the year's table: the activities with months, by goal; goals without any are left out. */
export const calendarRows = ({ goals }: Plan): CalendarGoal[] =>
  goals.flatMap((goal) => {
    const rows = activitiesBy(goal, 'months').map((activity) => ({
      activity,
      cells: FISCAL_MONTHS.map((month) => markOf(activity, month)),
    }));
    return rows.length > 0 ? [{ goal, rows }] : [];
  });

/** The marks that a table shows, for its legend. */
export const marksIn = (goals: readonly CalendarGoal[]): Set<Mark> =>
  new Set(
    goals.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.filter((mark) => mark !== undefined)),
    ),
  );

/** How an activity's schedules name one month. */
export function markOf(activity: Activity, month: Month): Mark | undefined {
  const marks = activity.schedules.flatMap((schedule): Mark[] => {
    if (schedule.kind !== 'months' || !schedule.months.includes(month)) return [];
    if (schedule.crossing) return ['crossing'];
    return [schedule.planned ? 'planned' : 'named'];
  });
  if (marks.includes('named')) return 'named';
  return marks[0] ?? (activity.editorMonths.includes(month) ? 'editor' : undefined);
}

/** Whether a month of the fiscal year is the first of the printed months that follow each other. */
export function beginsIn({ months }: Activity, month: Month): boolean {
  const before = FISCAL_MONTHS[FISCAL_MONTHS.indexOf(month) - 1];
  return months.includes(month) && (before === undefined || !months.includes(before));
}

/** Whether the plan prints a time for any activity: without one there is no calendar. */
export const hasTimes = (plan: Plan): boolean =>
  plan.programmes.some(({ activities }) => activities.some(({ timing }) => timing !== 'none'));
