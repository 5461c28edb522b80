/**
 * Words as the files of the search hold them: the words in one file, and in another their readings, the
 * shortest words first, empty where shorter ones already tell them.
 */
import { Lexicon } from '#model/segment.ts';
import { BETWEEN, type Reading, type SpokenWords } from './record.ts';

/** `地震（じしん）`, or a word that is its own reading. */
const WORD = /^(?<word>[^（）]+)(?:（(?<kana>[^（）]+)）)?$/u;

/** A longer related word whose reading shorter ones do not tell is not typed in kana. */
const LONGEST = 8;

export function readWritten(written: string): Reading {
  const { word = written, kana = word } = WORD.exec(written)?.groups ?? {};
  return [word, kana];
}

/** The words that want a reading, each once, in the order of `spoken`. */
const inOrder = (words: readonly string[]) =>
  [...new Set(words)]
    .filter((word) => /\p{Script=Han}/u.test(word))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

/** The printed words, and what gives any word its reading; itself where none is known. */
export function reader(
  words: readonly string[],
  { printed, spoken }: SpokenWords,
): { lexicon: Lexicon; read: (word: string) => Reading } {
  const all = new Lexicon();
  const own = printed.split(BETWEEN);
  const readings = spoken.split(BETWEEN);
  for (const [at, word] of inOrder([...words, ...own]).entries()) {
    const reading = readings[at] ?? '';
    if (reading !== '') all.add({ word, reading, unconfirmed: false });
  }
  return {
    lexicon: new Lexicon(own.map((word) => [word, all.toKana(word)])),
    read: (word) => [word, all.toKana(word)],
  };
}

/** The readings of words as `reader` takes them; of two readings of a word the printed one counts. */
export function writeSpoken(
  related: readonly Reading[],
  printed: ReadonlyMap<string, string>,
): string[] {
  const lexicon = new Lexicon();
  const known = new Map([...related, ...printed]);
  return inOrder([...known.keys()]).map((word) => {
    const reading = known.get(word) ?? '';
    const isLong = reading.length > LONGEST && !printed.has(word);
    if (lexicon.toKana(word) === reading || isLong) return '';
    lexicon.add({ word, reading, unconfirmed: false });
    return reading;
  });
}
