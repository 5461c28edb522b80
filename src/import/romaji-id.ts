/** Ids drafted from kana: Hepburn without signs for long vowels, loan words as people write them. */
import { romaji } from '#text/kana.ts';

const MAX_WORDS = 5;

/** `saigai-ni-tsuyoi` for さいがい, に, つよい. An id begins with a letter; empty if nothing is left. */
export const idOfKana = (words: readonly string[]): string =>
  words
    .map(romanised)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS)
    .join('-')
    .replace(/^[0-9-]+/, '');

/** Kana in the letters of an id: `koho` for こうほう, `pati` for パーティー. */
export function romanised(kana: string): string {
  return romaji(kana)
    .toLowerCase()
    .replaceAll('cch', 'tch')
    .replaceAll(/o[ou]+/g, 'o')
    .replaceAll(/uu+/g, 'u')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The id, with a number behind it where it is taken. */
export function freeId(id: string, taken: ReadonlySet<string>, otherwise: string): string {
  const wanted = id || otherwise;
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count += 1)
    if (!taken.has(`${wanted}-${String(count)}`)) return `${wanted}-${String(count)}`;
}
