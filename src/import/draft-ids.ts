/** Drafts the id of a new row from its words. */
import type { Data } from '#tables/noun-rows.ts';
import type { Readings } from '#model/reading.ts';
import { wordsInKana } from './draft-readings.ts';
import { freeId, idOfKana } from './romaji-id.ts';

/** `otherwise`: the name that is read where the row has no words of its own. */
export async function proposeId(
  data: Data,
  otherwise: string,
  taken: readonly string[],
  readings: Readings,
): Promise<string> {
  const words = [data.title, data.name, data.units, data.text, data.heading, data.shown, otherwise]
    .map((value) => (Array.isArray(value) ? value[0] : value) as unknown)
    .find((value): value is string => typeof value === 'string' && value !== '');
  // Brackets hold the time of an activity.
  const spoken = (words ?? '').replaceAll(/[(（][^)）]*[)）]/gu, '');
  return freeId(idOfKana(await wordsInKana(spoken, readings)), new Set(taken), 'id');
}
