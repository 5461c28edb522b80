/**
 * The plan as four tables for spreadsheets: UTF-8 with BOM, CRLF, RFC 4180, one Japanese header.
 * Nothing is lost: the data page explains how to read the cells back.
 */
import type { Correction } from '#model/correction.ts';
import type { Noun, Plan } from '#model/plan.ts';
import type { Note } from '#model/schedule/classes.ts';
import { t } from '#strings.ts';
import { absolute, urls } from '#urls.ts';

const { columns } = t.data;
export type TableName = keyof typeof columns;
export const tables = Object.keys(columns) as TableName[];
type Row<Name extends TableName> = Record<keyof (typeof columns)[Name], string | number>;
type Cells = Record<string, string | number>;

export interface Column {
  key: string;
  header: string;
  meaning: string;
  /** Left out of the table of a plan that has nothing for it. */
  optional?: boolean;
}

/** Every column that a table may have. */
export const allColumns = (name: TableName): Column[] =>
  Object.entries<Omit<Column, 'key'>>(columns[name]).map(([key, column]) => ({ key, ...column }));

/** The columns of the plan's table. */
export const columnsOf = (name: TableName, plan: Plan): Column[] =>
  allColumns(name).filter(
    ({ key, optional }) => !optional || tableOf(name, plan).some((row) => row[key] !== ''),
  );

/** The rows of the plan's table, by the keys of its columns. */
export const tableOf = (name: TableName, plan: Plan): Cells[] => rows[name](plan);

/** Several values in one cell: one a line where they may contain 、. */
const lines = (values: readonly (string | number)[]) => values.join('\n');
const listed = (values: readonly (string | number)[]) => values.join('、');

const imageLines = ({ images = [] }: Noun) =>
  lines(images.map((image) => `${image.alt} ${absolute(urls.image(image))}`));

/** The rows of each table, a cell a column. */
const rows: { [Name in TableName]: (plan: Plan) => Row<Name>[] } = {
  programmes: (plan) =>
    plan.programmes.map((programme) => ({
      id: programme.id,
      number: programme.number,
      title: programme.title,
      goalId: programme.goal.id,
      goal: programme.goal.title,
      sectionIds: listed(programme.sections.map(({ id }) => id)),
      sections: listed(programme.sections.map(({ name }) => name)),
      activities: programme.activities.length,
      group: programme.group ?? '',
      repeatedUnder: listed(programme.repeatedUnder.map(({ id }) => id)),
      otherOwners: lines(programme.otherOwners ?? []),
      marks: lines(programme.marks ?? []),
      facts: lines((programme.facts ?? []).map(({ label, value }) => `${label}: ${value}`)),
      paragraphs: lines(programme.paragraphs),
      images: imageLines(programme),
      address: absolute(urls.programme(programme)),
    })),
  activities: (plan) =>
    plan.programmes.flatMap((programme) =>
      programme.activities.map((activity) => ({
        programmeId: programme.id,
        programme: programme.title,
        goal: programme.goal.title,
        sections: listed(programme.sections.map(({ name }) => name)),
        id: activity.id,
        text: activity.text,
        marks: lines(activity.marks ?? []),
        timing: t.data.timing[activity.timing],
        schedules: listed(activity.schedules.map(({ printed }) => printed)),
        months: listed(activity.months),
        editorMonths: listed(activity.editorMonths),
        noteKinds: lines(activity.notes.map(noteKind)),
        notes: lines(activity.notes.map(({ printed }) => printed)),
        noteMonths: lines(
          activity.notes.map((note) => (note.kind === 'months' ? listed(note.months) : '')),
        ),
        address: absolute(urls.activity(activity)),
      })),
    ),
  pledges: (plan) =>
    plan.pledges.map((pledge) => ({
      sectionId: pledge.section.id,
      section: pledge.section.name,
      id: pledge.id,
      order: pledge.order,
      name: pledge.name,
      units: lines(pledge.units),
      paragraphs: lines(pledge.paragraphs),
      images: imageLines(pledge),
      address: absolute(urls.pledge(pledge)),
    })),
  corrections: (plan) => plan.corrections.map(correctionRow),
};

/** Rows of a table, its header aside. */
export const rowCount = (name: TableName, plan: Plan): number => tableOf(name, plan).length;

/** One table as the bytes of its file will read, BOM included. */
export function csv(name: TableName, plan: Plan): string {
  const shown = columnsOf(name, plan);
  const header = shown.map((column) => column.header);
  const body = tableOf(name, plan).map((row) => shown.map(({ key }) => row[key] ?? ''));
  return `\uFEFF${[header, ...body].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

/** One field of RFC 4180 that no spreadsheet takes for a formula. */
export function cell(value: string | number): string {
  const text = inert(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What Excel turns into a date when it opens a table: `9/1`, `4-1`, `2001/4/1`. */
const DATE_LIKE = /^\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?$/;

/**
 * Puts an apostrophe before text that a spreadsheet could take for a formula, in full-width signs
 * as well, or for a date, and before an apostrophe. Taking off one leading apostrophe always gives the text back.
 */
export function inert(text: string): string {
  const first = text.trimStart().charAt(0).normalize('NFKC');
  const risky =
    text.startsWith("'") ||
    DATE_LIKE.test(text.normalize('NFKC')) ||
    /^[\t\r\n]/.test(text) ||
    /^[=+\-@\u2212]/.test(first);
  return risky ? `'${text}` : text;
}

function noteKind(note: Note): string {
  const label = noteLabel(note);
  return 'inWords' in note ? t.data.inWords(label) : label;
}

function noteLabel(note: Note): string {
  if (note.kind !== 'months') return t.data.note[note.kind];
  if (note.planned) return note.crossing ? t.data.note.plannedCrossing : t.data.note.planned;
  return note.crossing ? t.data.note.crossing : t.data.note.months;
}

function correctionRow(row: Correction): Row<'corrections'> {
  const places = row.status === 'rule' ? row.places : [];
  return {
    id: row.id,
    status: t.data.status[row.status],
    line: row.status === 'rule' ? '' : row.line,
    file: row.status === 'rule' ? '' : row.file,
    source: row.source,
    shown: row.shown,
    reason: row.reason,
    confidence: row.confidence,
    placeLines: lines(places.map(({ line }) => line)),
    placeSources: lines(places.map(({ source }) => source)),
    placeShown: lines(places.map(({ shown }) => shown)),
    address: absolute(urls.corrections(row)),
  };
}
