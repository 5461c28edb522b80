/** The plan as one linked, typed graph: goals, programmes, sections and pledges refer to each other. */
import type { DataOf, FolderName, YamlName } from './collections.ts';
import type { Correction, WordCorrection } from './correction.ts';
import type { Drawings } from './drawings.ts';
import type { FiscalYear } from './fiscal-year.ts';
import type { Keywords } from './keyword.ts';
import type { Readings } from './reading.ts';
import type { Redirect } from './redirect.ts';
import type { Times } from './schedule/activity-times.ts';
import type { Terms } from './terms.ts';
import { imagesOf, type Body, type BodyImage } from '#text/body.ts';

/** A content file that passed its schema. `id` is its path in the collection without `.mdx`. */
export interface Entry<Data> {
  id: string;
  /** Path inside `content/`. */
  file: string;
  data: Data;
  body: Body;
  /** The body as it is written. */
  markdown?: string;
}

type FilesOf = { [Name in Exclude<FolderName, 'policy'>]: Entry<DataOf<Name>>[] };
type TablesOf = { [Name in YamlName]?: DataOf<Name> | undefined };

/** All of `content/`, validated file by file but not yet joined. */
export interface PlanContent
  extends FilesOf, Omit<TablesOf, 'corrections' | 'readings' | 'redirects'> {
  policy: Entry<DataOf<'policy'>>;
  corrections: Correction[];
  readings: Readings;
  redirects: Redirect[];
  drawings?: Drawings | undefined;
  /** Undefined for a plan that has published no address. */
  published?: Published | undefined;
}

/** Address below the base → its subject when it was published. */
export type Published = ReadonlyMap<string, string>;

/** What linking adds to the fields of every MDX file. */
export interface Noun {
  id: string;
  /** Path inside `content/`. */
  file: string;
  body: Body;
  /** The words of the body: a string for each paragraph, list item and row of a table. */
  paragraphs: string[];
  /** The body as it is written, where its paragraphs do not say all of it. */
  markdown?: string;
  images?: BodyImage[];
  /** The corrected and the flagged words of the file. */
  corrections: WordCorrection[];
}

export interface Policy extends DataOf<'policy'>, Noun {
  fiscalYear: FiscalYear;
  /** The first part with a lead that holds neither goals nor principles. */
  motto: Part | undefined;
  goalsPart: Part | undefined;
  principlesPart: Part | undefined;
  /** Empty only where the plan has no programmes. */
  programmesHeading: string;
  /** Empty only where the plan has no pledges. */
  pledgesHeading: string;
}
export interface Part extends DataOf<'parts'>, Noun {}
export interface Goal extends DataOf<'goals'>, Noun {
  /** Its place, counted from 1; `number` is what is printed. */
  order: number;
  /** The title above the goal's programmes. */
  programmesTitle: string;
  programmes: Programme[];
  /** Programmes of other goals that the plan prints here again. */
  repeated: Programme[];
}
export interface Principle extends DataOf<'principles'>, Noun {
  /** Its place, counted from 1; `number` is what is printed. */
  order: number;
}
type ProgrammeData = DataOf<'programmes'>;
type ActivityData = ProgrammeData['activities'][number];
export interface Activity extends Omit<ActivityData, 'months'>, Times {
  programme: Programme;
}
export interface Programme
  extends Omit<ProgrammeData, 'goal' | 'repeatedUnder' | 'sections' | 'activities'>, Noun {
  /** Its place in the whole plan, counted from 1. */
  number: number;
  goal: Goal;
  repeatedUnder: Goal[];
  /** Owners, in printed order. */
  sections: Section[];
  activities: Activity[];
}
export interface Pledge extends DataOf<'pledges'>, Noun {
  /** Id within its section: the last part of its address. */
  id: string;
  section: Section;
  /** The units' names joined as the plan prints them; the section's name where it has none. */
  name: string;
}
export interface Section extends DataOf<'sections'>, Noun {
  pledges: Pledge[];
  programmes: Programme[];
}
/** The content as it was read, with its nouns linked. */
export interface Plan extends Omit<PlanContent, keyof Nouns | 'keywords' | 'terms'>, Nouns {
  keywords: Keywords;
  terms: Terms;
  /** Every file with words of the plan, as it was read. */
  entries: Entry<unknown>[];
}
interface Nouns {
  policy: Policy;
  parts: Part[];
  goals: Goal[];
  principles: Principle[];
  programmes: Programme[];
  sections: Section[];
  /** In printed order: by section, then by place in the section. */
  pledges: Pledge[];
}

/** What such a plan is called there: its title without the year and the ward. */
export const planName = ({ title, ward, fiscalYear }: Policy): string =>
  title.replace(fiscalYear.printed, '').replace(ward, '').replaceAll(/\s+/gu, ' ').trim() || title;

/** What it is called with its year: `令和元年度運営方針`. */
export const nameWithYear = (policy: Policy): string => {
  const name = planName(policy);
  return name === policy.title ? name : policy.fiscalYear.printed + name;
};

/** Its title as printed: behind its number, if one is printed. */
export const numberedTitle = (
  { number, title }: { number?: number | undefined; title: string },
  shown = title,
): string => (number === undefined ? shown : `${String(number)} ${shown}`);

/** Whether the plan prints programmes under the goal. */
export const hasProgrammes = ({ programmes, repeated }: Goal): boolean =>
  programmes.length + repeated.length > 0;

/** The marks of a programme and of its activities, each once. */
export const marksOf = ({ marks = [], activities }: Programme): string[] => [
  ...new Set([...marks, ...activities.flatMap((activity) => activity.marks ?? [])]),
];

/** The images of all bodies, each once. */
export const imagesOfPlan = ({ entries }: Plan): BodyImage[] => [
  ...new Map(
    entries.flatMap(({ body }) => imagesOf(body)).map((image) => [image.file, image]),
  ).values(),
];

/** The name of a pledge outside its section: the section, then the units if there are any. */
export const pledgeTitle = ({ section, name, units }: Pledge): string =>
  units.length > 0 ? `${section.name} ${name}` : name;

/** Everyone who owns a programme, sections first. */
export const ownerNames = ({ sections, otherOwners = [] }: Programme): string[] => [
  ...sections.map(({ name }) => name),
  ...otherOwners,
];
