/** Ids: drafted from words for whatever has none, and judged where a person gives one. */
import type { Problem } from '#model/problem.ts';
import type { Readings } from '#model/reading.ts';
import { isData, type Data } from './data.ts';
import { wordsInKana } from './drafts.ts';
import type { Library } from './library.ts';
import { freeId, idOf } from './romaji.ts';
import { isContentFile } from './store.ts';

/** The words that an id is drawn from: the first of these fields that holds any. */
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
  // Brackets hold the time of an activity.
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

/** What keeps `file`, named by `id`, from being a new file of the content. */
export function nameProblems(library: Library, file: string, id: string): Problem[] {
  const expected = !isContentFile(file)
    ? '小文字のローマ字・数字・ハイフンのid（例: hana-no-michi）'
    : library.get(file) && 'ほかと違う名前（もうあります）';
  return expected ? [{ file, field: 'アドレスになる名前', found: id, expected }] : [];
}
