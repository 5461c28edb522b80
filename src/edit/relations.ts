/** Fields that name something else of the plan: a person chooses it by its name. */
export type Relation = 'goals' | 'sections' | 'files';
/** Field → what its value, or each of its values, names. */
export type Relations = Readonly<Record<string, Relation>>;

/** By the kind of file. */
const kinds: Readonly<Record<string, Relations | undefined>> = {
  programmes: { goal: 'goals', repeatedUnder: 'goals', sections: 'sections' },
  corrections: { file: 'files' },
};

/** Of a file: those of its kind. */
export const relationsOf = (file: string): Relations => kinds[/^\w+/.exec(file)?.[0] ?? ''] ?? {};

/** Fields that hold a place in an order: the order gives them, nobody types them. */
export const PLACES: readonly string[] = ['number', 'order'];
