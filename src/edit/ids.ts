/** Gives an id to whatever was left without one, from its words. */
import type { Readings } from '#model/reading.ts';
import { wordsInKana } from './drafts.ts';
import { freeId, idOf } from './romaji.ts';

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an id is drawn from: the first of these fields that holds words. */
const wordsOf = (data: Data): string =>
  [data.title, data.name, data.units, data.text, data.heading, data.shown]
    .map((value) => (Array.isArray(value) ? value[0] : value) as unknown)
    .find((value): value is string => typeof value === 'string' && value !== '') ?? '';

export async function proposeId(
  data: Data,
  readings: Readings,
  taken: readonly unknown[],
  otherwise: string,
): Promise<string> {
  // What stands in brackets tells when and how often.
  const words = wordsOf(data).replaceAll(/[(（][^)）]*[)）]/g, '');
  return freeId(idOf(await wordsInKana(words, readings)), taken, otherwise);
}

/** Fills the empty ids of items of lists, in place. */
export async function fillIds(value: unknown, readings: Readings): Promise<void> {
  if (Array.isArray(value))
    for (const item of value as unknown[])
      if (isData(item) && item.id === '') {
        const taken = (value as unknown[]).map((one) => (isData(one) ? one.id : undefined));
        item.id = await proposeId(item, readings, taken, 'id');
      }
  if (isData(value) || Array.isArray(value))
    for (const inner of Object.values(value)) await fillIds(inner, readings);
}
