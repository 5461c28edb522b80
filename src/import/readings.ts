/** Drafts of readings for the words of a plan that has none yet. */
import { draftsFor, withDrafts } from '#edit/drafts.ts';
import { writeYaml } from '#edit/rewrite.ts';
import { hiragana } from '#edit/romaji.ts';
import { kana } from '#model/fields.ts';
import { ruby, toKana, type Readings } from '#model/reading.ts';
import { draftLine } from './files.ts';

export const NO_READINGS: Readings = { words: {}, unconfirmed: {} };

/** The reading of a name in hiragana. */
export async function kanaOf(name: string): Promise<string> {
  const read = toKana(name, await withDrafts(name, NO_READINGS));
  const plain = hiragana(read).replaceAll(/[^ぁ-ゖー・]/gu, '');
  return kana.safeParse(plain).success ? plain : 'よみ';
}

/** `readings.yaml` with a draft for each word with kanji that the dictionary knows. */
export async function readingsFile(texts: readonly string[]): Promise<string> {
  const words: Record<string, string> = {};
  for (const text of texts)
    for (const [word, reading] of await draftsFor(text, NO_READINGS))
      if (fits(word, reading)) words[word] = reading;
  const file = writeYaml({ words, unconfirmed: [] });
  return Object.keys(words).length > 0 ? draftLine(['辞書による読み']) + file : file;
}

/** Whether a reading leaves the kana of its word as they are printed. */
function fits(word: string, reading: string): boolean {
  try {
    ruby(word, { words: { [word]: reading }, unconfirmed: {} });
    return !/\p{Script=Han}/u.test(reading);
  } catch {
    return false;
  }
}
