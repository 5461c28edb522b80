/**
 * Ids drafted from words: Hepburn without signs for long vowels, loan words as people write them.
 */
import type { Readings } from '#model/reading.ts';
import type { Data } from '#text/content-file.ts';
import { romaji } from '#text/kana.ts';
import { wordsInKana } from './draft-readings.ts';

const MAX_WORDS = 5;

/**
 * The id of a new row, from its words. `otherwise`: the name that is read where it has none;
 * `taken`: the ids beside it.
 */
export async function draftId(
  data: Data,
  otherwise: string,
  taken: readonly string[],
  readings: Readings,
): Promise<string> {
  const words = [data.title, data.name, data.units, data.text, data.heading, data.shown, otherwise]
    .flat<unknown[]>()
    .find((value): value is string => typeof value === 'string' && value !== '');
  // Brackets hold the time of an activity.
  const spoken = (words ?? '').replaceAll(/[(（][^)）]*[)）]/gu, '');
  return freeId(idOfKana(await wordsInKana(spoken, readings)) || 'id', taken);
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

/** The id, with a number behind it where it is taken. */
export function freeId(id: string, taken: readonly string[]): string {
  const next = (count: number): string => {
    const numbered = count === 1 ? id : `${id}-${String(count)}`;
    return taken.includes(numbered) ? next(count + 1) : numbered;
  };
  return next(1);
}
