/**
 * Words that are half converted (防さい, ぼう災 for 防災), and slips of the hand: one kana too many,
 * too few, wrong or swapped; a kanji of the same sound.
 */
import { isEdge, type Candidate, type Field } from './candidate.ts';
import { isKana, normalize } from './normalize.ts';

/** Compounds are cut into words by their readings: 国民年金 may be two. */
const WORDS = 3;
const PARTICLE = /^[のがをにはもへやとで]$/;

type Word = Field['words'][number];

/** The kanji word of the record that the typed one is with some of its kanji in kana. */
export function halfConverted({ titles, heads, body, synonyms }: Candidate, typed: string) {
  const runs = typed.match(/\p{Script=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (runs.length < 2 || runs.join('') !== typed || runs.some((run) => PARTICLE.test(run)))
    return undefined;
  const kept = (kana: boolean) => runs.map((run) => (isKana(run) === kana ? run : undefined));
  const [printed, aloud] = [kept(false), kept(true)];
  const fits = ({ text, kana }: Word) =>
    /^\p{Script=Han}+$/u.test(text) && matches(text, printed) && matches(kana, aloud);
  for (const field of [...titles, heads, body]) {
    if (printed.some((run) => run !== undefined && !field.text.includes(run))) continue;
    const word = neighbours(field).find(fits);
    if (word) return word.text;
  }
  return synonyms.find(fits)?.text;
}

/**
 * Whether a text is these runs from end to end, undefined matching one character or more.
 * Each known run is taken where it comes first, so that the work grows with the text and no faster.
 */
function matches(text: string, runs: readonly (string | undefined)[]): boolean {
  let at = 0;
  for (const [index, run] of runs.entries()) {
    if (run === undefined) continue;
    const least = index === 0 ? 0 : at + 1;
    const found = index === runs.length - 1 ? text.length - run.length : text.indexOf(run, least);
    if (found < least || !text.startsWith(run, found) || (index === 0 && found > 0)) return false;
    at = found + run.length;
  }
  return runs.at(-1) !== undefined || at < text.length;
}

function neighbours({ words }: Field): Word[] {
  return words.flatMap((_, from) =>
    Array.from({ length: WORDS }, (_, more) => {
      const joined = words.slice(from, from + more + 1);
      return {
        text: joined.map(({ text }) => text).join(''),
        kana: joined.map(({ kana }) => kana).join(''),
      };
    }),
  );
}

/** What is loaded when nothing answers; see `spellings.json` for where it comes from. */
export interface Spellings {
  /** Variants of one kanji, in groups: `沢澤 高髙`. */
  variants: string;
  /** Kanji of one sound or shape, in groups. */
  homophones: string;
  /** Spellings of one word, separated by spaces. */
  words: readonly string[];
}

export class Slips {
  #homophones = new Map<string, string>();
  #words: readonly (readonly string[])[];

  constructor({ homophones, words }: Pick<Spellings, 'homophones' | 'words'>) {
    for (const group of homophones.split(/\s+/))
      for (const char of group)
        this.#homophones.set(char, (this.#homophones.get(char) ?? '') + group);
    this.#words = words.map((group) => group.split(' ').map(normalize));
  }

  /** A word in normal form in its other spellings, itself not among them. */
  spellings(word: string): string[] {
    const found = this.#words.flatMap((group) =>
      group
        .filter((spelling) => word.includes(spelling))
        .flatMap((spelling) => group.map((other) => word.replace(spelling, other))),
    );
    return [...new Set(found)].filter((other) => other !== word);
  }

  /** The word of the record that the typed one is but for one slip. Short words never are. */
  meant({ titles, heads, body, synonyms }: Candidate, typed: string): string | undefined {
    const fields = [...titles, heads, body];
    if (isKana(typed)) {
      if (typed.length < 4) return undefined;
      for (const field of fields)
        for (let at = 0; at < field.kana.length; at++)
          if (isEdge(field, at))
            for (let to = at + typed.length - 1; to <= at + typed.length + 1; to++) {
              const there = field.kana.slice(at, to);
              if (isEdge(field, to) && isOneEdit(there, typed)) return there;
            }
      return synonyms.find(({ kana }) => isOneEdit(kana, typed))?.text;
    }
    if (typed.length < 3) return undefined;
    for (const { text } of [...fields, ...synonyms])
      for (let at = 0; at + typed.length <= text.length; at++) {
        const there = text.slice(at, at + typed.length);
        if (this.#isHomophone(there, typed)) return there;
      }
    return undefined;
  }

  /** Whether one character alone is another of its sound. */
  #isHomophone(there: string, typed: string): boolean {
    const wrong = Array.from(typed, (_, at) => at).filter((at) => there[at] !== typed[at]);
    const [at = -1] = wrong;
    return (
      wrong.length === 1 && !!this.#homophones.get(typed.charAt(at))?.includes(there.charAt(at))
    );
  }
}

/** One edit apart, the first kana being right in short words. */
export function isOneEdit(a: string, b: string): boolean {
  // More at the end is another word, or one not yet typed out.
  if (a.startsWith(b) || b.startsWith(a) || Math.abs(a.length - b.length) > 1) return false;
  if (Math.min(a.length, b.length) < 5 && a[0] !== b[0]) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
