/** Fields that name something else of the plan: a person chooses it by its name. */
import type { FolderName, YamlName } from '#model/collections.ts';

export type Target = 'goals' | 'sections' | 'files';

/** Kind of file → field → what its value, or each of its values, names. */
export const relations: Partial<Record<FolderName | YamlName, Record<string, Target>>> = {
  programmes: { goal: 'goals', repeatedUnder: 'goals', sections: 'sections' },
  corrections: { file: 'files' },
};

/** Fields that say the place in a row: they are given by the row, not typed. */
export const PLACES: readonly string[] = ['number', 'order'];
