/** Texts cut into words that have a reading. */

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

interface Index {
  entries: Map<string, Entry>;
  /** How long the words are that begin with a character, the longest first. */
  lengths: Map<string, number[]>;
}
const indexes = new WeakMap<WordReadings, Index>();

/**
 * Cuts the text from left to right; where several words begin at the same place, the longest wins.
 * The texts of the segments, joined, are the text. Neighbouring plain characters share one segment.
 * The readings are indexed on first use, so they must not be changed afterwards.
 * @throws if a word is empty or in both maps.
 */
export function segment(text: string, readings: WordReadings): Segment[] {
  const { entries, lengths } = indexOf(readings);
  const segments: Segment[] = [];
  let plainFrom = 0;
  let at = 0;
  const closePlain = () => {
    if (plainFrom < at) segments.push({ text: text.slice(plainFrom, at) });
  };
  while (at < text.length) {
    const words = lengths.get(text.charAt(at))?.map((length) => text.slice(at, at + length));
    const entry = words?.map((word) => entries.get(word)).find((found) => found !== undefined);
    if (entry === undefined) {
      at += 1;
      continue;
    }
    closePlain();
    const { word, reading, unconfirmed } = entry;
    segments.push(unconfirmed ? { text: word, reading, unconfirmed } : { text: word, reading });
    at += word.length;
    plainFrom = at;
  }
  closePlain();
  return segments;
}

export function entriesOf(readings: WordReadings): Entry[] {
  return [
    ...Object.entries(readings.words).map(([word, reading]) => ({
      word,
      reading,
      unconfirmed: false as const,
    })),
    ...Object.entries(readings.unconfirmed).map(([word, { reading }]) => ({
      word,
      reading,
      unconfirmed: true as const,
    })),
  ];
}

function indexOf(readings: WordReadings): Index {
  const known = indexes.get(readings);
  if (known !== undefined) return known;
  const entries = new Map<string, Entry>();
  const lengths = new Map<string, Set<number>>();
  for (const entry of entriesOf(readings)) {
    const { word } = entry;
    if (word === '') throw new Error('a reading is given for an empty word');
    if (entries.has(word))
      throw new Error(`${word}: listed both under words and under unconfirmed`);
    entries.set(word, entry);
    const sharing = lengths.get(word.charAt(0)) ?? new Set();
    lengths.set(word.charAt(0), sharing.add(word.length));
  }
  const longestFirst = (all: Set<number>) => [...all].sort((a, b) => b - a);
  const index = {
    entries,
    lengths: new Map([...lengths].map(([first, all]) => [first, longestFirst(all)])),
  };
  indexes.set(readings, index);
  return index;
}

