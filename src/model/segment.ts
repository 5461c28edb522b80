/** Texts cut into words that have a reading. */
import { memoized } from './memoized.ts';

/** Words and their readings; `unconfirmed` until the ward confirms `reading` or another. */
export interface WordReadings {
  words: Readonly<Record<string, string>>;
  unconfirmed: Readonly<Record<string, { reading: string }>>;
}

/** A piece of the text: a word with its reading, or a plain run without one. */
export interface Segment {
  text: string;
  reading?: string;
  unconfirmed?: true;
}

/** Words by which texts are cut: where several begin at the same place, the longest wins. */
export class Lexicon {
  #words = new Map<string, Segment>();
  /** How long the words are that begin with a character, the longest first. */
  #lengths = new Map<string, number[]>();

  constructor(words: Iterable<readonly [word: string, reading: string]> = []) {
    for (const [word, reading] of words) this.add(word, reading);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  add(word: string, reading: string, isUnconfirmed = false) {
    this.#words.set(word, { text: word, reading, ...(isUnconfirmed && { unconfirmed: true }) });
    const first = word.charAt(0);
    const lengths = this.#lengths.get(first) ?? [];
    if (lengths.includes(word.length)) return;
    this.#lengths.set(
      first,
      [...lengths, word.length].sort((a, b) => b - a),
    );
  }

  /** From left to right. The texts of the segments, joined, are the text; plain neighbours are one. */
  segment(text: string): Segment[] {
    const segments: Segment[] = [];
    for (let index = 0; index < text.length;) {
      const found = this.#wordAt(text, index) ?? { text: text.charAt(index) };
      const last = segments.at(-1);
      if (found.reading === undefined && last && last.reading === undefined)
        last.text += found.text;
      else segments.push(found);
      index += found.text.length;
    }
    return segments;
  }

  /** The text with every known word replaced by its reading; plain runs stay as they are. */
  toKana(text: string): string {
    return this.segment(text)
      .map((part) => part.reading ?? part.text)
      .join('');
  }

  #wordAt(text: string, start: number): Segment | undefined {
    for (const length of this.#lengths.get(text.charAt(start)) ?? []) {
      const word = this.#words.get(text.slice(start, start + length));
      if (word) return word;
    }
    return undefined;
  }
}

/** The readings are indexed on first use, so they must not be changed afterwards. */
const lexiconOf = memoized(({ words, unconfirmed }: WordReadings): Lexicon => {
  const lexicon = new Lexicon(Object.entries(words));
  for (const [word, { reading }] of Object.entries(unconfirmed)) lexicon.add(word, reading, true);
  return lexicon;
});

export const segment = (text: string, readings: WordReadings): Segment[] =>
  lexiconOf(readings).segment(text);

export const toKana = (text: string, readings: WordReadings): string =>
  lexiconOf(readings).toKana(text);
