/** The editions on paper: what a count of their sides holds for. */
import { createHash } from 'node:crypto';
import { calendarRows } from '#model/calendar.ts';
import type { Paper } from '#model/recorded-facts.ts';
import type { Plan } from '#model/plan.ts';
import { documentOf } from './blocks.ts';
import { linesOf } from './lines.ts';

/** SHA-256 of the words, of the marks on corrected ones, and of the months of the calendar. */
export function printedHash(plan: Plan): string {
  const printed = [
    linesOf(documentOf(plan)).map(({ text }) => text),
    plan.corrections.flatMap((row) => (row.status === 'rule' ? [] : [[row.file, row.shown]])),
    calendarRows(plan).flatMap(({ rows }) => rows.map(({ cells }) => cells)),
  ];
  return createHash('sha256').update(JSON.stringify(printed)).digest('hex');
}

/** The counts, while the plan is as it was when they were taken. */
export const countedSides = (plan: Plan): Paper | undefined =>
  plan.paper?.words === printedHash(plan) ? plan.paper : undefined;
