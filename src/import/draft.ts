/** A plan as it is drafted from other files, before its nouns have ids and become files. */
import type { Correction } from '#model/correction.ts';
import type { GoalData } from '#model/goal.ts';
import type { PartData } from '#model/part.ts';
import type { PolicyData } from '#model/policy.ts';
import type { PrincipleData } from '#model/principle.ts';
import type { ActivityData, ProgrammeData } from '#model/programme.ts';
import type { Readings } from '#model/reading.ts';
import type { SectionData } from '#model/section.ts';
import type { Source } from '#model/source.ts';

export type DraftPolicy = Partial<PolicyData> & { parts: DraftPart[] };

/** What the fields of an entry may be before they are all known. */
type Known<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };

interface Noun {
  /** Undefined where one has to be drafted. */
  id?: string | undefined;
  /** A string for each paragraph; one that begins with `・` is an item of a list. */
  body: string[];
  /** The body as it is to be written, where it is known. */
  markdown?: string | undefined;
}
export type DraftPart = Partial<Noun> & Known<PartData> & { heading: string };
export type DraftGoal = Noun & Known<GoalData> & { title: string };
export type DraftPrinciple = Noun & Known<PrincipleData> & { title: string };
/** Without `kana` where it has to be drafted. */
export type DraftSection = Known<SectionData> & { id?: string | undefined; name: string };
export type DraftActivity = Known<ActivityData> & { text: string };
/** What is joined names the noun itself. */
export interface DraftProgramme
  extends Noun, Omit<Known<ProgrammeData>, 'goal' | 'repeatedUnder' | 'sections' | 'activities'> {
  title: string;
  goal: DraftGoal;
  repeatedUnder: DraftGoal[];
  sections: DraftSection[];
  otherOwners: string[];
  activities: DraftActivity[];
}
export interface DraftPledge extends Noun {
  section: DraftSection;
  units: string[];
}

/** Every list in printed order. */
export interface Draft {
  policy: DraftPolicy;
  goals: DraftGoal[];
  principles: DraftPrinciple[];
  programmes: DraftProgramme[];
  sections: DraftSection[];
  pledges: DraftPledge[];
  corrections: Correction[];
  /** Undefined where they have to be drafted. */
  readings?: Readings | undefined;
  source?: Source | undefined;
}

/** Words of a file that have no place in the plan; `place` as a person finds them in the file. */
export interface Unplaced {
  file: string;
  place: string;
  words: string;
}

export const emptyDraft = (policy: Partial<DraftPolicy> = {}): Draft => ({
  policy: { parts: [], ...policy },
  goals: [],
  principles: [],
  programmes: [],
  sections: [],
  pledges: [],
  corrections: [],
});

/** Without white space: two texts of the same words are alike, however they are set. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');

/** The item of a list that has these words, made by `make` where there is none yet. */
export function oneOf<Item>(
  list: Item[],
  wordsOf: (item: Item) => string,
  words: string,
  make: () => Item,
): Item {
  const found = list.find((item) => squeezed(wordsOf(item)) === squeezed(words));
  if (found) return found;
  const made = make();
  list.push(made);
  return made;
}

/** The section of a draft that has this name, made where there is none yet. */
export const sectionOf = (draft: Draft, name: string): DraftSection =>
  oneOf(
    draft.sections,
    (section) => section.name,
    name,
    () => ({ name }),
  );

/** Puts the sections in the order of their pledges; those that only own programmes come last. */
export function sortSections(draft: Draft): void {
  const pledging = new Set(draft.pledges.map(({ section }) => section));
  draft.sections = [...pledging, ...draft.sections.filter((section) => !pledging.has(section))];
}
