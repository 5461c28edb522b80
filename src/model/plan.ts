/** The plan as one linked, typed graph: goals, programmes, sections and pledges know each other. */
import type { Accessibility } from './accessibility.ts';
import type { Correction, WordCorrection } from './correction.ts';
import type { FiscalYear, Month } from './fiscal-year.ts';
import type { GoalData } from './goal.ts';
import type { PledgeData } from './pledge.ts';
import type { PolicyData } from './policy.ts';
import type { PrincipleData } from './principle.ts';
import type { ProgrammeData } from './programme.ts';
import type { Note, Schedule, Timing } from './schedule.ts';
import type { Keywords } from './keyword.ts';
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
