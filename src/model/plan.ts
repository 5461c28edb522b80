/** The plan as one linked, typed graph: goals, programmes, sections and pledges know each other. */
import type { Accessibility } from './accessibility.ts';
import {
  ids,
  inOrder,
  ledgerFaults,
  readingFaults,
  repeatedUnits,
  throughGoals,
  unique,
  type Say,
} from './consistency.ts';
import type { Correction, WordCorrection } from './correction.ts';
import { readFiscalYear, type FiscalYear, type Month } from './fiscal-year.ts';
import type { GoalData } from './goal.ts';
import type { PledgeData } from './pledge.ts';
import type { PolicyData } from './policy.ts';
import type { PrincipleData } from './principle.ts';
import { ContentError, fieldPath, quote, type Problem } from './problem.ts';
import type { ProgrammeData } from './programme.ts';
import {
  monthsOf,
  readNotes,
  schedulesOf,
  timingOf,
  UnreadableNote,
  type Note,
  type Schedule,
  type Timing,
} from './schedule.ts';
import { NO_KEYWORDS, unknownKeywordIds, type Keywords } from './keyword.ts';
import type { Readings } from './reading.ts';
import type { Redirect } from './redirect.ts';
import type { SectionData } from './section.ts';
import type { Source } from './source.ts';

/** A content file that passed its schema. `id` is its path in the collection without `.mdx`. */
export interface Entry<Data> {
  id: string;
  /** Path inside `content/`. */
  file: string;
  data: Data;
  /** The body's paragraphs, one string each, as written. */
  paragraphs: string[];
}

/** All of `content/`, validated file by file but not yet joined. */
export interface PlanContent {
  policy: Entry<PolicyData>;
  goals: Entry<GoalData>[];
  principles: Entry<PrincipleData>[];
  programmes: Entry<ProgrammeData>[];
  sections: Entry<SectionData>[];
  pledges: Entry<PledgeData>[];
  corrections: Correction[];
  readings: Readings;
  redirects: Redirect[];
  /** Undefined for a plan that was never transcribed. */
  source: Source | undefined;
  accessibility?: Accessibility | undefined;
  keywords?: Keywords;
}

/** What every noun with words of its own has: the corrected and the flagged words in its file. */
interface Worded {
  corrections: WordCorrection[];
}

export interface Policy extends PolicyData, Worded {
  fiscalYear: FiscalYear;
}
export interface Goal extends GoalData, Worded {
  id: string;
  programmesTitle: string;
  paragraphs: string[];
  programmes: Programme[];
}
export interface Principle extends PrincipleData, Worded {
  id: string;
  paragraphs: string[];
}
export interface Activity {
  id: string;
  text: string;
  notes: Note[];
  schedules: Schedule[];
  months: Month[];
  timing: Timing;
  programme: Programme;
}
export interface Programme extends Worded {
  id: string;
  number: number;
  title: string;
  goal: Goal;
  /** Owners, in printed order. */
  sections: Section[];
  activities: Activity[];
}
export interface Pledge extends PledgeData, Worded {
  /** Id within its section: the fragment of its address. */
  id: string;
  section: Section;
  /** The units' names joined as the plan prints them; the section's name where it has none. */
  name: string;
  paragraphs: string[];
}
export interface Section extends SectionData {
  id: string;
  pledges: Pledge[];
  programmes: Programme[];
}
export interface Plan {
  policy: Policy;
  goals: Goal[];
  principles: Principle[];
  programmes: Programme[];
  sections: Section[];
  /** In printed order: by section, then by place in the section. */
  pledges: Pledge[];
  corrections: Correction[];
  readings: Readings;
  redirects: Redirect[];
  source: Source | undefined;
  accessibility?: Accessibility | undefined;
  keywords: Keywords;
}

/** Joins the files by id. Throws one {@link ContentError} with everything that does not join. */
export function linkPlan(content: PlanContent): Plan {
  const problems: Problem[] = [];
  const say = (file: string, field: string, found: unknown, expected: string) =>
    problems.push({ file, field, found: quote(found), expected });

  const correctionsOf = (file: string): WordCorrection[] =>
    content.corrections.filter(
      (row) => row.status !== 'rule' && row.file === file,
    ) as WordCorrection[];

  const { policy: policyEntry } = content;
  const fiscalYear = readFiscalYear(policyEntry.data.title);
  if (!fiscalYear)
    say(policyEntry.file, 'title', policyEntry.data.title, '年度を含む題名（例: 令和元年度 …）');
  if (!policyEntry.data.title.includes(policyEntry.data.ward))
    say(policyEntry.file, 'ward', policyEntry.data.ward, 'title の中にある区の名前');
  unique(
    'id',
    policyEntry.data.parts.map((data) => ({ file: policyEntry.file, data })),
    say,
  );
  const policy: Policy = {
    ...policyEntry.data,
    fiscalYear: fiscalYear ?? { printed: '', start: 0 },
    corrections: correctionsOf(policyEntry.file),
  };

  const goals = content.goals.map((entry): Goal => ({
    ...entry.data,
    id: entry.id,
    programmesTitle: entry.data.programmesTitle ?? entry.data.title,
    paragraphs: entry.paragraphs,
    programmes: [],
    corrections: correctionsOf(entry.file),
  }));
  const principles = content.principles.map((entry): Principle => ({
    ...entry.data,
    id: entry.id,
    paragraphs: entry.paragraphs,
    corrections: correctionsOf(entry.file),
  }));
  const sections = content.sections.map((entry): Section => ({
    ...entry.data,
    id: entry.id,
    pledges: [],
    programmes: [],
  }));
  inOrder('number', content.goals, goals, say);
  inOrder('number', content.principles, principles, say);
  inOrder('order', content.sections, sections, say);
  unique('title', content.goals, say);
  unique('title', content.principles, say);
  unique('name', content.sections, say);
  for (const name of ['goals', 'principles', 'programmes', 'sections'] as const)
    if (content[name].length === 0)
      say(name, 'ファイル', undefined, `${name}/ に1つ以上のファイル`);

  const goalById = new Map(goals.map((goal) => [goal.id, goal]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));

  const programmes = content.programmes.flatMap((entry): Programme[] => {
    const goal = goalById.get(entry.data.goal);
    if (!goal) say(entry.file, 'goal', entry.data.goal, `goals/ にあるid: ${ids(goalById)}`);
    const owners = entry.data.sections.flatMap((id, index) => {
      const section = sectionById.get(id);
      if (!section)
        say(
          entry.file,
          fieldPath(['sections', index]),
          id,
          `sections/ にあるid: ${ids(sectionById)}`,
        );
      return section ?? [];
    });
    if (new Set(entry.data.sections).size < entry.data.sections.length)
      say(entry.file, 'sections', entry.data.sections, '同じ課は一度だけ');
    if (!goal || owners.length < entry.data.sections.length) return [];
    const programme: Programme = {
      id: entry.id,
      number: entry.data.number,
      title: entry.data.title,
      goal,
      sections: owners,
      activities: [],
      corrections: correctionsOf(entry.file),
    };
    programme.activities = linkActivities(entry, programme, say);
    return [programme];
  });
  inOrder('number', content.programmes, programmes, say);
  throughGoals(content.programmes, goalById, say);
  unique('title', content.programmes, say);
  for (const programme of programmes) {
    programme.goal.programmes.push(programme);
    for (const section of programme.sections) section.programmes.push(programme);
  }
  for (const goal of goals)
    if (goal.programmes.length === 0)
      say(
        `goals/${goal.id}.mdx`,
        'programmes',
        undefined,
        'goal にこの目標のidを書いた事業が programmes/ に1つ以上',
      );

  const pledgeEntries = Map.groupBy(content.pledges, (entry) => entry.id.split('/')[0] ?? '');
  for (const entry of content.pledges) {
    const [sectionId = '', id = ''] = entry.id.split('/');
    const section = sectionById.get(sectionId);
    if (!section) {
      say(entry.file, 'フォルダー名', sectionId, `sections/ にあるid: ${ids(sectionById)}`);
      continue;
    }
    if (entry.paragraphs.length === 0) say(entry.file, '本文', '', '取組目標の文');
    const name = entry.data.units.join('、') || section.name;
    section.pledges.push({
      ...entry.data,
      id,
      section,
      name,
      paragraphs: entry.paragraphs,
      corrections: correctionsOf(entry.file),
    });
  }
  for (const section of sections) {
    const file = `sections/${section.id}.mdx`;
    if (section.pledges.length === 0)
      say(file, 'pledges', undefined, `pledges/${section.id}/ に取組目標のファイルが1つ以上`);
    const entries = pledgeEntries.get(section.id) ?? [];
    inOrder('order', entries, section.pledges, say);
    repeatedUnits(entries, say);
  }
  for (const entry of [...content.goals, ...content.principles])
    if (entry.paragraphs.length === 0) say(entry.file, '本文', '', '1つ以上の段落');

  ledgerFaults(content.corrections, textsByFile(content), say);
  readingFaults(content.readings, say);

  const pledges = sections.flatMap((section) => section.pledges);
  const known = {
    programmes: new Map(programmes.map((programme) => [programme.id, programme])),
    sections: sectionById,
    pledges: new Map(pledges.map((pledge) => [`${pledge.section.id}/${pledge.id}`, pledge])),
    goals: goalById,
  };
  const keywords = content.keywords ?? NO_KEYWORDS;
  unknownKeywordIds(keywords, known, say);

  if (problems.length > 0) throw new ContentError(problems);
  return {
    policy,
    goals,
    principles,
    programmes,
    sections,
    pledges,
    corrections: content.corrections,
    readings: content.readings,
    redirects: content.redirects,
    source: content.source,
    accessibility: content.accessibility,
    keywords,
  };
}

/** The words of every file that a reader of the site sees, by the file's path in `content/`. */
export function textsByFile(content: PlanContent): Map<string, string[]> {
  return new Map(allEntries(content).map((entry) => [entry.file, textsOf(entry)]));
}

/** Every string of an entry, ids included. */
function textsOf(entry: Entry<unknown>): string[] {
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (value && typeof value === 'object') return Object.values(value).flatMap(strings);
    return [];
  };
  return [...strings(entry.data), ...entry.paragraphs];
}

function allEntries(content: PlanContent): Entry<unknown>[] {
  const { policy, goals, principles, programmes, sections, pledges } = content;
  return [policy, ...goals, ...principles, ...programmes, ...sections, ...pledges];
}

function linkActivities(entry: Entry<ProgrammeData>, programme: Programme, say: Say): Activity[] {
  const seen = new Set<string>();
  return entry.data.activities.flatMap((activity, index): Activity[] => {
    const field = (name: string) => fieldPath(['activities', index, name]);
    if (seen.has(activity.id))
      say(entry.file, field('id'), activity.id, 'この事業の中でほかと違うid');
    seen.add(activity.id);
    try {
      const notes = readNotes(activity.text);
      const schedules = schedulesOf(notes);
      return [
        {
          ...activity,
          notes,
          schedules,
          months: monthsOf(schedules),
          timing: timingOf(schedules),
          programme,
        },
      ];
    } catch (error) {
      if (!(error instanceof UnreadableNote)) throw error;
      say(entry.file, field('text'), error.printed, error.message);
      return [];
    }
  });
}
