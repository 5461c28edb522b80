/** Joins the validated files of `content/` into the plan. */
import {
  distinct,
  ids,
  placeFaults,
  planFaults,
  repeatedUnits,
  type AddFault,
} from './consistency.ts';
import { placeOf } from './fields.ts';
import { readFiscalYear, type FiscalYear } from './fiscal-year.ts';
import type {
  Activity,
  Entry,
  Goal,
  Noun,
  Part,
  Plan,
  PlanContent,
  Pledge,
  Policy,
  Principle,
  Programme,
  Section,
} from './plan.ts';
import { ContentError, fieldPath, quote, type Problem } from './problem.ts';
import type { PageData } from './page.ts';
import type { PolicyData } from './policy.ts';
import type { ProgrammeData } from './programme.ts';
import { imagesOf, isPlain, paragraphsOf, textsOf } from '#text/body.ts';
import { termsOf } from './terms.ts';
import { monthsOf, readNotes, schedulesOf, timingOf } from './schedule/activity-times.ts';

type ById<Noun> = ReadonlyMap<string, Noun>;
type NounOf = <Data>(entry: Entry<Data>) => Data & Noun;

/** Joins the files by id. Throws one {@link ContentError} with everything that does not join. */
export function linkPlan(content: PlanContent): Plan {
  const problems: Problem[] = [];
  const addFault: AddFault = (file, field, found, expected) =>
    problems.push({ file, field, found: quote(found), expected });
  const words = content.corrections.filter((row) => row.status !== 'rule');
  const rows = Map.groupBy(words, ({ file }) => file);
  const nounOf = <Data>({ id, file, data, body, markdown = '' }: Entry<Data>) => ({
    ...data,
    id,
    file,
    body,
    paragraphs: paragraphsOf(body),
    ...(!isPlain(body) && { markdown: markdown.trim() }),
    ...(imagesOf(body).length > 0 && { images: imagesOf(body) }),
    corrections: rows.get(file) ?? [],
  });

  const parts: Part[] = content.parts.map(nounOf).sort(byOrder);
  const policy = linkPolicy(nounOf(content.policy), parts, addFault);
  const goals = content.goals
    .map((entry): Goal => ({
      ...nounOf(entry),
      order: placeOf(entry.data),
      programmesTitle: entry.data.programmesTitle ?? entry.data.title,
      programmes: [],
      repeated: [],
    }))
    .sort(byOrder);
  const principles = content.principles
    .map((entry): Principle => ({ ...nounOf(entry), order: placeOf(entry.data) }))
    .sort(byOrder);
  const sections = content.sections
    .map((entry): Section => ({ ...nounOf(entry), pledges: [], programmes: [] }))
    .sort(byOrder);
  for (const nouns of [parts, goals, principles, sections]) {
    placeFaults(nouns, addFault);
    for (const [index, noun] of nouns.entries()) noun.order = index + 1;
  }

  const goalById = new Map(goals.map((goal) => [goal.id, goal]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));
  const { fiscalYear } = policy;
  const programmes = linkProgrammes(content, goalById, sectionById, nounOf, addFault, fiscalYear);
  linkPledges(content, sectionById, nounOf, addFault);
  const pledges = sections.flatMap((section) => section.pledges);
  const plan: Plan = {
    ...content,
    entries: allEntries(content),
    policy,
    parts,
    goals,
    principles,
    programmes,
    sections,
    pledges,
    pages: content.pages.toSorted(byPlaceInMenu),
    keywords: content.keywords ?? [],
    terms: termsOf(content.terms ?? {}, policy),
  };
  planFaults(plan, content, textsOfPlan(plan), addFault);
  if (problems.length > 0) throw new ContentError(problems);
  return plan;
}

const byPlaceInMenu = (a: Entry<PageData>, b: Entry<PageData>) =>
  (a.data.order ?? 0) - (b.data.order ?? 0) || (a.id < b.id ? -1 : 1);

const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;

function linkPolicy(policy: PolicyData & Noun, parts: readonly Part[], addFault: AddFault): Policy {
  const { file, title, ward } = policy;
  const fiscalYear = readFiscalYear(title);
  if (!fiscalYear) addFault(file, 'title', title, '年度を含む題名（例: 令和元年度 …）');
  if (!title.includes(ward)) addFault(file, 'ward', ward, 'title の中にある区の名前');
  const holding = (what: Part['holds']) => parts.find(({ holds }) => holds === what);
  return {
    ...policy,
    fiscalYear: fiscalYear ?? { printed: '', start: 0 },
    motto: parts.find(({ holds, lead }) => holds === undefined && lead !== undefined),
    goalsPart: holding('goals'),
    principlesPart: holding('principles'),
    programmesHeading: policy.programmesHeading ?? '',
    pledgesHeading: policy.pledgesHeading ?? '',
  };
}

/** Makes the programmes in the order of the goals, and adds them to their goals and owners. */
function linkProgrammes(
  content: PlanContent,
  goalById: ById<Goal>,
  sectionById: ById<Section>,
  nounOf: NounOf,
  addFault: AddFault,
  fiscalYear: FiscalYear,
): Programme[] {
  /** The nouns that a field names by id; reports ids of none. */
  const named = <Noun>(
    { file }: Entry<ProgrammeData>,
    field: 'sections' | 'repeatedUnder',
    given: readonly string[],
    folder: string,
    all: ById<Noun>,
  ) => {
    if (new Set(given).size < given.length) addFault(file, field, given, '同じidは一度だけ');
    return given.flatMap((id, index) => {
      const noun = all.get(id);
      if (!noun) addFault(file, fieldPath([field, index]), id, `${folder}/ にあるid: ${ids(all)}`);
      return noun ?? [];
    });
  };
  const programmes = content.programmes.flatMap((entry): Programme[] => {
    const { goal: goalId, sections, repeatedUnder = [] } = entry.data;
    const goal = goalById.get(goalId);
    if (!goal) addFault(entry.file, 'goal', goalId, `goals/ にあるid: ${ids(goalById)}`);
    const owners = named(entry, 'sections', sections, 'sections', sectionById);
    const repeated = named(entry, 'repeatedUnder', repeatedUnder, 'goals', goalById);
    if (!goal) return [];
    const programme: Programme = {
      ...nounOf(entry),
      goal,
      repeatedUnder: repeated,
      sections: owners,
      activities: [],
    };
    programme.activities = linkActivities(entry, programme, addFault, fiscalYear);
    return [programme];
  });
  programmes.sort((a, b) => a.goal.order - b.goal.order || a.number - b.number);
  for (const goal of goalById.values())
    distinct(
      'number',
      programmes.filter((programme) => programme.goal === goal),
      addFault,
    );
  for (const [index, programme] of programmes.entries()) {
    programme.number = index + 1;
    programme.goal.programmes.push(programme);
    for (const goal of programme.repeatedUnder) goal.repeated.push(programme);
    for (const section of programme.sections) section.programmes.push(programme);
  }
  return programmes;
}

/** Gives every section its pledges: the folder of a pledge names its section. */
function linkPledges(
  content: PlanContent,
  sectionById: ById<Section>,
  nounOf: NounOf,
  addFault: AddFault,
): void {
  const entries = Map.groupBy(content.pledges, (entry) => entry.id.split('/')[0] ?? '');
  for (const entry of content.pledges) {
    const [sectionId = '', id = ''] = entry.id.split('/');
    const section = sectionById.get(sectionId);
    if (!section) {
      addFault(entry.file, 'フォルダー名', sectionId, `sections/ にあるid: ${ids(sectionById)}`);
      continue;
    }
    const pledge: Pledge = {
      ...nounOf(entry),
      id,
      section,
      name: entry.data.units.join('、') || section.name,
    };
    section.pledges.push(pledge);
  }
  for (const section of sectionById.values()) {
    section.pledges.sort(byOrder);
    distinct('order', section.pledges, addFault);
    for (const [index, pledge] of section.pledges.entries()) pledge.order = index + 1;
    repeatedUnits(entries.get(section.id) ?? [], addFault);
  }
}

function linkActivities(
  entry: Entry<ProgrammeData>,
  programme: Programme,
  addFault: AddFault,
  fiscalYear: FiscalYear,
): Activity[] {
  return entry.data.activities.map((activity, index): Activity => {
    const { months: placed = [], ...data } = activity;
    const field = (name: string) => fieldPath(['activities', index, name]);
    if (new Set(placed).size < placed.length)
      addFault(entry.file, field('months'), placed, '同じ月は一度だけ');
    const notes = readNotes(activity.text, fiscalYear);
    const schedules = schedulesOf(notes);
    const printed = monthsOf(schedules);
    return {
      ...data,
      notes,
      schedules,
      months: monthsOf(schedules, placed),
      editorMonths: placed.filter((month) => !printed.includes(month)),
      timing: timingOf(schedules, placed),
      programme,
    };
  });
}

/** The words of every file that a reader of the site sees, by the file's path in `content/`. */
export const textsOfPlan = (plan: Plan): Map<string, string[]> =>
  new Map(plan.entries.map((entry) => [entry.file, entryTexts(entry)]));

/** Every string of an entry, ids included. */
function entryTexts({ data, body }: Entry<unknown>): string[] {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
    return [];
  };
  return [...strings(data), ...textsOf(body)];
}

function allEntries(content: PlanContent): Entry<unknown>[] {
  const { policy, parts, goals, principles, programmes, sections, pledges } = content;
  return [policy, ...parts, ...goals, ...principles, ...programmes, ...sections, ...pledges];
}
