/** Reads a plan from the tables of its data page, or from tables of the same columns. */
import { allColumns, type TableName } from '#export/csv.ts';
import type { Correction } from '#model/correction.ts';
import { readFiscalYear } from '#model/fiscal-year.ts';
import { monthsOf, readNotes, schedulesOf } from '#model/schedule/classes.ts';
import { t } from '#strings.ts';
import {
  emptyDraft,
  squeezed,
  type Draft,
  type DraftGoal,
  type DraftProgramme,
  type DraftSection,
  type Unplaced,
} from './draft.ts';
import type { Row, Sheet } from './sheets.ts';

/** A row by the keys of its columns, with what its cells were. */
export interface TableRow {
  table: TableName;
  file: string;
  place: string;
  cells: Record<string, string>;
}

/** The column by which a table is known. The first one that fits is meant. */
const KNOWN_BY: readonly [TableName, readonly string[]][] = [
  ['activities', ['text']],
  ['pledges', ['section', 'paragraphs']],
  ['corrections', ['source', 'shown', 'reason']],
  ['programmes', ['title']],
];

/** Every row of the sheets, and what stands outside of known columns. */
export function rowsOfSheets(sheets: readonly Sheet[]): { rows: TableRow[]; unplaced: Unplaced[] } {
  const rows: TableRow[] = [];
  const unplaced: Unplaced[] = [];
  for (const sheet of sheets) {
    const { file, name } = sheet;
    const placeOf = ({ number }: Row) => `${name ? `${name} ` : ''}${String(number)}行目`;
    const refuse = (row: Row, words: string, column = '') => {
      if (words.trim() !== '') unplaced.push({ file, place: placeOf(row) + column, words });
    };
    let header: { table: TableName; keys: (string | undefined)[]; names: string[] } | undefined;
    for (const row of sheet.rows) {
      header ??= headerOf(row);
      if (!header) refuse(row, row.cells.filter(Boolean).join('、'));
      else if (header.names !== row.cells) {
        const cells: Record<string, string> = {};
        for (const [index, cell] of row.cells.entries()) {
          const key = header.keys[index];
          if (key === undefined) refuse(row, cell, `「${header.names[index] ?? ''}」の欄`);
          else cells[key] = valueOf(cell, header.table, key);
        }
        if (Object.values(cells).some((cell) => cell !== ''))
          rows.push({ table: header.table, file, place: placeOf(row), cells });
      }
    }
  }
  return { rows, unplaced };
}

/** Columns that hold one value a line. */
const LINES: readonly string[] =
  'otherOwners marks facts paragraphs units noteKinds notes noteMonths'.split(' ');

/** A cell without the apostrophe that keeps it from being a formula; words stand on one line. */
function valueOf(cell: string, table: TableName, key: string): string {
  const text = cell.replace(/^'/u, '').replaceAll('\r\n', '\n');
  if (table === 'corrections') return text;
  return (LINES.includes(key) ? text : text.replaceAll(/\s*\n\s*/gu, ' ')).trim();
}

function headerOf({ cells }: Row) {
  for (const [table, needed] of KNOWN_BY) {
    const columns = allColumns(table);
    const keys = cells.map((cell) => columns.find(({ header }) => header === cell.trim())?.key);
    if (needed.every((key) => keys.includes(key))) return { table, keys, names: cells };
  }
  return undefined;
}

const lines = (cell = '') => cell.split('\n').filter((line) => line !== '');
const listed = (cell = '') => cell.split('、').filter((item) => item !== '');
const optional = <Item>(list: Item[]) => (list.length > 0 ? list : undefined);

/** The plan of the rows that have what their kind needs. `title` names the fiscal year. */
export function draftOf(all: readonly TableRow[], title = ''): Draft {
  const draft = emptyDraft();
  const of = (name: TableName, ...needed: string[]) =>
    all.filter(({ table, cells }) => table === name && needed.every((key) => cells[key]));
  const year = readFiscalYear(title) ?? { printed: '', start: 0 };
  const programmes = of('programmes', 'title');
  for (const { cells } of programmes) {
    const programme = programmeOf(cells, draft);
    programme.group = cells.group || undefined;
    programme.otherOwners = lines(cells.otherOwners);
    programme.marks = optional(lines(cells.marks));
    programme.facts = optional(lines(cells.facts).map(factOf));
    programme.body = lines(cells.paragraphs);
  }
  for (const { cells } of programmes)
    programmeOf(cells, draft).repeatedUnder = listed(cells.repeatedUnder).map((id) =>
      goalOf(draft, '', id),
    );
  for (const { cells } of of('activities', 'text')) {
    const { programmeId, programme, ...rest } = cells;
    const owner = programmeOf({ ...rest, id: programmeId ?? '', title: programme ?? '' }, draft);
    const text = cells.text ?? '';
    const printed = monthsOf(schedulesOf(readNotes(text, year)));
    const given = listed(cells.editorMonths ?? cells.months).map(Number);
    owner.activities.push({
      id: cells.id || undefined,
      text,
      marks: optional(lines(cells.marks)),
      months: optional(given.filter((month) => !printed.includes(month))),
    });
  }
  for (const { cells } of of('pledges', 'section', 'paragraphs')) {
    const section = sectionOf(draft, cells.section ?? '', cells.sectionId);
    const body = lines(cells.paragraphs);
    const units = lines(cells.units ?? (cells.name === cells.section ? '' : cells.name));
    draft.pledges.push({ id: cells.id || undefined, section, units, body });
  }
  draft.corrections = of('corrections', 'source', 'status').map(({ cells }) => correctionOf(cells));
  const pledging = new Set(draft.pledges.map(({ section }) => section));
  draft.sections = [...pledging, ...draft.sections.filter((section) => !pledging.has(section))];
  return draft;
}

/** The noun with this id or, where a row or the noun has none, with this name. */
function named<Item extends { id?: string | undefined }>(
  list: Item[],
  wordsOf: (item: Item) => string,
  words: string,
  id: string | undefined,
  make: () => Item,
): Item {
  const found = list.find((item) =>
    id && item.id ? item.id === id : squeezed(wordsOf(item)) === squeezed(words),
  );
  const item = found ?? make();
  if (!found) list.push(item);
  item.id ||= id || undefined;
  return item;
}

function goalOf(draft: Draft, title: string, id?: string): DraftGoal {
  const goal = named<DraftGoal>(
    draft.goals,
    (one) => one.title,
    title,
    id,
    () => ({ title, body: [] }),
  );
  goal.title ||= title;
  return goal;
}

const sectionOf = (draft: Draft, name: string, id?: string): DraftSection =>
  named<DraftSection>(
    draft.sections,
    (one) => one.name,
    name,
    id,
    () => ({ name }),
  );

function programmeOf(cells: Record<string, string>, draft: Draft): DraftProgramme {
  const { id, title = '', goal = '', goalId } = cells;
  const ids = listed(cells.sectionIds);
  return named<DraftProgramme>(
    draft.programmes,
    (one) => one.title,
    title,
    id,
    (): DraftProgramme => ({
      title,
      goal: goalOf(draft, goal, goalId),
      repeatedUnder: [],
      sections: listed(cells.sections).map((name, index) => sectionOf(draft, name, ids[index])),
      otherOwners: [],
      body: [],
      activities: [],
    }),
  );
}

/** `予算額: 1,234千円`. */
function factOf(line: string) {
  const [label = '', ...value] = line.split(/: |：/u);
  return { label, value: value.join(': ') };
}

function correctionOf(cells: Record<string, string>): Correction {
  const { id = '', source = '', shown = '', reason = '', file = '' } = cells;
  const words = { source, shown, reason, confidence: Number(cells.confidence) };
  const labels = Object.entries(t.data.status) as [Correction['status'], string][];
  const status = labels.find(([, label]) => label === cells.status)?.[0];
  if (status === 'corrected' || status === 'flagged')
    return { id, status, line: Number(cells.line), file, ...words };
  const sources = (cells.placeSources ?? '').split('\n');
  const places = lines(cells.placeLines).map((line, index) => ({
    line: Number(line),
    source: sources[index] ?? '',
    shown: (cells.placeShown ?? '').split('\n')[index] ?? '',
  }));
  return { id, status: 'rule', ...words, places };
}
