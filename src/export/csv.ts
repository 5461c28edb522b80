/**
 * The plan as four tables for spreadsheets: UTF-8 with BOM, CRLF, RFC 4180, one Japanese header. A
 * table has the fields of its noun, beside what is worked out from the plan.
 */
import { writeCsv } from 'hucre/csv';
import { cellOf, columnsOf } from '#tables/columns.ts';
import { nounTable } from '#tables/nouns.ts';
import type { Noun, Plan } from '#model/plan.ts';
import type { Note } from '#model/schedule/activity-times.ts';
import { t } from '#strings.ts';
import { absolute, urls } from '#urls.ts';
import type { Data } from '#text/content-file.ts';
import columns from './csv-columns.json' with { type: 'json' };

export type TableName = keyof typeof columns;
export const tables = Object.keys(columns) as TableName[];
type Cells = Record<string, string | number>;

export interface CsvColumn {
  key: string;
  header: string;
  meaning: string;
  /** Left out of the table of a plan that has nothing for it. */
  optional: boolean;
  /** What the column is in the noun's sheet of the workbook; undefined for what is worked out. */
  sheet?:
    { kind: 'field'; key: string } | { kind: 'owner' | 'body' | 'id' | 'ownerId' } | undefined;
}

/**
 * Every column that a table may have: those of csv-columns.json in its order, in which they were
 * first published, and new fields before `address`. A column without a header is a field.
 */
export function allColumns(name: TableName): CsvColumn[] {
  const published = new Map<string, Partial<CsvColumn>>(
    Object.entries(columns[name]) as [string, Partial<CsvColumn>][],
  );
  const fields = new Map(columnsOf(nounTable(name).schema).map((field) => [field.key, field]));
  const keys = new Set([...published.keys(), ...fields.keys()]);
  keys.delete('address');
  return [...keys, 'address'].map((key): CsvColumn => {
    const column = published.get(key);
    const { header = '', meaning = '', required = true } = fields.get(key) ?? {};
    const sheet = key === 'id' ? ({ kind: 'id' } as const) : ({ kind: 'field', key } as const);
    const isField = column?.header === undefined;
    return {
      key,
      header,
      meaning,
      optional: isField && !required,
      ...(isField && { sheet }),
      ...column,
    };
  });
}

/** The columns of the plan's table. */
export const columnsOfPlan = (name: TableName, plan: Plan): CsvColumn[] =>
  allColumns(name).filter(
    ({ key, optional }) => !optional || tableOf(name, plan).some((row) => row[key] !== ''),
  );

/** The rows of the plan's table, by the keys of its columns. */
export function tableOf(name: TableName, plan: Plan): Cells[] {
  const fields = columnsOf(nounTable(name).schema);
  return rows[name](plan).map(({ noun, ...workedOut }) => ({
    ...Object.fromEntries(fields.map((column) => [column.key, cellOf(column, noun as Data)])),
    ...workedOut,
  }));
}

/** Several values in one cell: one a line where they may contain 、. */
const lines = (values: readonly (string | number)[]) => values.join('\n');
const listed = (values: readonly (string | number)[]) => values.join('、');

const imageLines = ({ images = [] }: Noun) =>
  lines(images.map((image) => `${image.alt} ${absolute(urls.image(image))}`));

type ColumnsOf<Name extends TableName> = (typeof columns)[Name];
type WorkedOut<Name extends TableName> = { noun: object } & {
  [Key in keyof ColumnsOf<Name> as ColumnsOf<Name>[Key] extends { header: string } ? Key : never]:
    string | number;
};

/** What is worked out for the rows of each table, beside the noun itself. */
const rows: { [Name in TableName]: (plan: Plan) => WorkedOut<Name>[] } = {
  programmes: (plan) =>
    plan.programmes.map((programme) => ({
      noun: programme,
      id: programme.id,
      number: programme.number,
      goalId: programme.goal.id,
      goal: programme.goal.title,
      sectionIds: listed(programme.sections.map(({ id }) => id)),
      sections: listed(programme.sections.map(({ name }) => name)),
      activities: programme.activities.length,
      repeatedUnder: listed(programme.repeatedUnder.map(({ id }) => id)),
      paragraphs: lines(programme.paragraphs),
      images: imageLines(programme),
      address: absolute(urls.programme(programme)),
    })),
  activities: (plan) =>
    plan.programmes.flatMap((programme) =>
      programme.activities.map((activity) => ({
        noun: activity,
        programmeId: programme.id,
        programme: programme.title,
        goal: programme.goal.title,
        sections: listed(programme.sections.map(({ name }) => name)),
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
      noun: pledge,
      sectionId: pledge.section.id,
      section: pledge.section.name,
      id: pledge.id,
      name: pledge.name,
      paragraphs: lines(pledge.paragraphs),
      images: imageLines(pledge),
      address: absolute(urls.pledge(pledge)),
    })),
  corrections: (plan) =>
    plan.corrections.map((row) => ({ noun: row, address: absolute(urls.corrections(row)) })),
};

/** Rows of a table, its header aside. */
export const rowCount = (name: TableName, plan: Plan): number => rows[name](plan).length;

/** One table as the bytes of its file will read, BOM included. No spreadsheet finds a formula. */
export function csv(name: TableName, plan: Plan): string {
  const shown = columnsOfPlan(name, plan);
  const lines = tableOf(name, plan).map((row) =>
    shown.map(({ key }) => escapeFormula(String(row[key] ?? ''))),
  );
  return `${writeCsv([shown.map(({ header }) => header), ...lines], { bom: true })}\r\n`;
}

/** What Excel turns into a date when it opens a table: `9/1`, `4-1`, `2001/4/1`. */
const DATE_LIKE = /^\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?$/;

/**
 * Puts an apostrophe before text that a spreadsheet could take for a formula, in full-width signs
 * as well, or for a date, and before an apostrophe. {@link unescapeFormula} gives the text back.
 */
export function escapeFormula(text: string): string {
  const first = text.trimStart().charAt(0).normalize('NFKC');
  const risky =
    text.startsWith("'") ||
    DATE_LIKE.test(text.normalize('NFKC')) ||
    /^[\t\r\n]/.test(text) ||
    /^[=+\-@\u2212]/.test(first);
  return risky ? `'${text}` : text;
}

export const unescapeFormula = (text: string): string => text.replace(/^'/, '');

function noteKind(note: Note): string {
  let kind: keyof typeof t.data.note = note.kind;
  if (note.kind === 'months' && note.planned) kind = note.crossing ? 'plannedCrossing' : 'planned';
  else if (note.kind === 'months' && note.crossing) kind = 'crossing';
  return 'inWords' in note ? t.data.inWords(t.data.note[kind]) : t.data.note[kind];
}
