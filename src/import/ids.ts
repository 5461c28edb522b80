/** Gives an id, drafted from its words, to every noun of a draft that has none. */
import { proposeId } from '#edit/ids.ts';
import type { Readings } from '#model/reading.ts';
import type { Draft } from './draft.ts';

interface Noun {
  id?: string | undefined;
}

/** In place. The nouns whose id was drafted. */
export async function draftIds(draft: Draft, readings: Readings): Promise<Set<object>> {
  const drafted = new Set<object>();
  /** `wordsOf`: the fields of a noun that an id may be drawn from. */
  const name = async <Item extends Noun>(
    nouns: readonly Item[],
    otherwise: string,
    wordsOf: (noun: Item) => object = (noun) => noun,
  ) => {
    const taken = nouns.map(({ id }) => id);
    for (const noun of nouns) {
      if (noun.id !== undefined) continue;
      noun.id = await proposeId({ ...wordsOf(noun) }, readings, taken, otherwise);
      taken.push(noun.id);
      drafted.add(noun);
    }
  };
  await name(draft.policy.parts, 'bu');
  await name(draft.goals, 'mokuhyo');
  await name(draft.principles, 'kangaekata');
  await name(draft.sections, 'ka');
  await name(draft.programmes, 'jigyo');
  for (const { activities } of draft.programmes) await name(activities, 'torikumi');
  for (const pledges of Map.groupBy(draft.pledges, ({ section }) => section).values())
    await name(pledges, 'mokuhyo', ({ units, section }) =>
      units.length > 0 ? { units } : { name: section.name },
    );
  return drafted;
}
