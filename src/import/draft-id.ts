/**
 * Ids drafted from words: Hepburn without signs for long vowels, loan words as people write them.
 */
import type { Readings } from '#model/reading.ts';
import { ownIdOf, type NounRow } from '#tables/noun-rows.ts';
import { romaji } from '#text/kana.ts';
import { wordsInKana } from './draft-readings.ts';

const MAX_WORDS = 5;

/** The id of a new row, from what it is called. */
export async function draftId(
  name: string,
  beside: readonly Pick<NounRow, 'key'>[],
  readings: Readings,
): Promise<string> {
  // Brackets hold the time of an activity.
  const spoken = name.replaceAll(/[(（][^)）]*[)）]/gu, '');
  return freeId(idOfKana(await wordsInKana(spoken, readings)) || 'id', beside);
}

/** `saigai-ni-tsuyoi` for さいがい, に, つよい. An id begins with a letter; empty if nothing is left. */
export const idOfKana = (words: readonly string[]): string =>
  words
    .map(romanised)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .join('-')
    .replace(/^[0-9-]+/, '');

/** Kana in the letters of an id: `koho` for こうほう, `pati` for パーティー. */
export const romanised = (kana: string): string =>
  romaji(kana)
    .toLowerCase()
    .replaceAll('cch', 'tch')
    .replaceAll(/o[ou]+/g, 'o')
    .replaceAll(/uu+/g, 'u')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The id, with a number behind it where a row beside it has it. */
export function freeId(id: string, beside: readonly Pick<NounRow, 'key'>[]): string {
  const taken = new Set(beside.map(({ key }) => ownIdOf(key)));
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${String(count)}`;
  return free;
}
