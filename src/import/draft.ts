/** A plan as it is drafted from other files, before its nouns have ids and become files. */
import type { Correction } from '#model/correction.ts';
import type { Fact } from '#model/fields.ts';
import type { Month } from '#model/fiscal-year.ts';
import type { PolicyData } from '#model/policy.ts';
import type { Readings } from '#model/reading.ts';
import type { Source } from '#model/source.ts';

export type DraftPart = Omit<PolicyData['parts'][number], 'id'> & { id?: string | undefined };
export type DraftPolicy = Partial<Omit<PolicyData, 'parts'>> & { parts: DraftPart[] };

/** `body`: a string for each paragraph; one that begins with `・` is an item of a list. */
interface Noun {
  /** Undefined where one has to be drafted. */
  id?: string | undefined;
  body: string[];
  /** The body as it is to be written, where it is known. */
  markdown?: string | undefined;
}
export interface DraftGoal extends Noun {
  title: string;
  programmesTitle?: string | undefined;
  subtitle?: string | undefined;
  facts?: Fact[] | undefined;
}
export interface DraftPrinciple extends Noun {
  title: string;
}
export interface DraftSection {
  id?: string | undefined;
  name: string;
  /** Undefined where it has to be drafted. */
  kana?: string | undefined;
  facts?: Fact[] | undefined;
}
export interface DraftActivity {
  id?: string | undefined;
  text: string;
  marks?: string[] | undefined;
  months?: Month[] | undefined;
}
export interface DraftProgramme extends Noun {
  title: string;
  goal: DraftGoal;
  group?: string | undefined;
  repeatedUnder: DraftGoal[];
  sections: DraftSection[];
  otherOwners: string[];
  marks?: string[] | undefined;
  facts?: Fact[] | undefined;
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
