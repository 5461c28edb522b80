/**
 * Words as the files of the search hold them: the words in one file, and in another their readings, the
 * readings in the order of the words, empty where shorter words already tell them.
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
  [...new Set(words)].filter((word) => /\p{Script=Han}/u.test(word)).sort();

/** What gives any word its reading; `words`: those of `PlanWords`. */
export function reader(words: readonly string[], { printed, spoken }: SpokenWords): Lexicon {
  const readings = spoken.split(BETWEEN);
  return new Lexicon(
    inOrder([...words, ...printed.split(BETWEEN)]).flatMap((word, at): Reading[] =>
      readings[at] ? [[word, readings[at]]] : [],
    ),
  );
}

/** The readings of words as `reader` takes them; of two of a word the printed one counts. */
export function writeSpoken(
  related: readonly Reading[],
  printed: ReadonlyMap<string, string>,
): Pick<SpokenWords, 'printed' | 'spoken'> {
  const lexicon = new Lexicon();
  const known = new Map([...related, ...printed]);
  const words = inOrder([...known.keys()]);
  // Whether shorter words tell a reading is known once they are there.
  for (const word of words.toSorted((a, b) => a.length - b.length)) {
    const reading = known.get(word) ?? '';
    const isLong = reading.length > LONGEST && !printed.has(word);
    if (lexicon.toKana(word) !== reading && !isLong)
      lexicon.add({ word, reading, unconfirmed: false });
  }
  const others = new Set(related.map(([word]) => word));
  return {
    printed: inOrder([...printed.keys()].filter((word) => !others.has(word))).join(BETWEEN),
    spoken: words.map((word) => (lexicon.has(word) ? lexicon.toKana(word) : '')).join(BETWEEN),
  };
}
