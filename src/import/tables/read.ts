/** Reads a plan from the tables of its data page, or from tables of the same columns. */
import type { TableName } from '#export/csv.ts';
import { readFiscalYear } from '#model/fiscal-year.ts';
import { monthsOf, readNotes, schedulesOf } from '#model/schedule/classes.ts';
import {
  emptyDraft,
  sortSections,
  squeezed,
  type Draft,
  type DraftGoal,
  type DraftProgramme,
  type DraftSection,
} from '#import/draft.ts';
import { correctionOf } from './corrections.ts';
import { lines, type TableRow } from './rows.ts';

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
  sortSections(draft);
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
