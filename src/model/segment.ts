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

interface Entry {
  word: string;
  reading: string;
  unconfirmed: boolean;
}

/** Words by which texts are cut: where several begin at the same place, the longest wins. */
export class Lexicon {
  #entries = new Map<string, Entry>();
  /** How long the words are that begin with a character, the longest first. */
  #lengths = new Map<string, number[]>();

  constructor(words: Iterable<readonly [word: string, reading: string]> = []) {
    for (const [word, reading] of words) this.add({ word, reading, unconfirmed: false });
  }

  has(word: string): boolean {
    return this.#entries.has(word);
  }

  add(entry: Entry) {
    const { word } = entry;
    this.#entries.set(word, entry);
    const lengths = this.#lengths.get(word.charAt(0)) ?? [];
    if (!lengths.includes(word.length)) lengths.push(word.length);
    this.#lengths.set(
      word.charAt(0),
      lengths.sort((a, b) => b - a),
    );
  }

  /** From left to right. The texts of the segments, joined, are the text; plain neighbours are one. */
  segment(text: string): Segment[] {
    const segments: Segment[] = [];
    let plainFrom = 0;
    let index = 0;
    const closePlain = () => {
      if (plainFrom < index) segments.push({ text: text.slice(plainFrom, index) });
    };
    while (index < text.length) {
      const entry = this.#entryAt(text, index);
      if (entry === undefined) {
        index += 1;
        continue;
      }
      closePlain();
      const { word, reading, unconfirmed } = entry;
      segments.push(unconfirmed ? { text: word, reading, unconfirmed } : { text: word, reading });
      index += word.length;
      plainFrom = index;
    }
    closePlain();
    return segments;
  }

  /** The text with every known word replaced by its reading; plain runs stay as they are. */
  toKana(text: string): string {
    return this.segment(text)
      .map((part) => part.reading ?? part.text)
      .join('');
  }

  #entryAt(text: string, start: number): Entry | undefined {
    for (const length of this.#lengths.get(text.charAt(start)) ?? []) {
      const entry = this.#entries.get(text.slice(start, start + length));
      if (entry) return entry;
    }
    return undefined;
  }
}

/**
 * The readings are indexed on first use, so they must not be changed afterwards.
 * @throws if a word is empty or in both maps.
 */
export const lexiconOf = memoized((readings: WordReadings): Lexicon => {
  const lexicon = new Lexicon();
  for (const entry of entriesOf(readings)) {
    const { word } = entry;
    if (word === '') throw new Error('a reading is given for an empty word');
    if (lexicon.has(word))
      throw new Error(`${word}: listed both under words and under unconfirmed`);
    lexicon.add(entry);
  }
  return lexicon;
});

export const segment = (text: string, readings: WordReadings): Segment[] =>
  lexiconOf(readings).segment(text);

export const toKana = (text: string, readings: WordReadings): string =>
  lexiconOf(readings).toKana(text);

export function entriesOf(readings: WordReadings): Entry[] {
  return [
    ...Object.entries(readings.words).map(([word, reading]) => ({
      ...{ word, reading },
      unconfirmed: false as const,
    })),
    ...Object.entries(readings.unconfirmed).map(([word, { reading }]) => ({
      ...{ word, reading },
      unconfirmed: true as const,
    })),
  ];
}
