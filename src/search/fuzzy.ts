/**
 * Words that are half converted (防さい, ぼう災 for 防災), and slips of the hand: one kana too many,
 * too few, wrong or swapped; characters of the same sound or shape.
 */
import { isEdge, type Candidate } from './candidate.ts';
import { isKana } from './normalize.ts';

/** A longer phrase is no single word; it also bounds what a typed word costs to look for. */
const HALF_CONVERTED = 8;

/** The kanji word of the record that the typed one is with some of its kanji in kana. */
export function halfConverted(candidate: Candidate, typed: string): string | undefined {
  const runs = typed.match(/\p{Script=Han}+|[ぁ-ゖ]+/gu) ?? [];
  if (typed.length > HALF_CONVERTED || runs.length < 2 || runs.join('') !== typed) return undefined;
  const pattern = (kana: boolean) =>
    new RegExp(`^${runs.map((run) => (isKana(run) === kana ? run : '.{1,9}')).join('')}$`, 'u');
  const [printed, aloud] = [pattern(false), pattern(true)];
  const words = [...candidate.fields.flatMap((field) => field.words), ...candidate.synonyms];
  return words.find(
    ({ text, kana }) => /^\p{Script=Han}+$/u.test(text) && printed.test(text) && aloud.test(kana),
  )?.text;
}

/**
 * The word of the record that the typed one is but for a slip. In a word of three characters or more, up
 * to half of its kanji, or one kana, are others of the same sound or shape (自動虐待 for 児童虐待); in one
 * of four kana or more there is one edit.
 * `homophones`: characters of one sound or shape, in groups.
 */
export function meant(
  candidate: Candidate,
  typed: string,
  homophones: readonly string[],
): string | undefined {
  const { length } = typed;
  if (length < 3) return undefined;
  const isAloud = isKana(typed);
  for (const there of isAloud ? spoken(candidate, length) : written(candidate, length))
    if (isHomophone(there, typed, homophones) || (isAloud && length > 3 && isOneEdit(there, typed)))
      return there;
  return undefined;
}

/** Whether what differs is of the same sound or shape: half of the characters at most, of kana one. */
function isHomophone(there: string, typed: string, homophones: readonly string[]): boolean {
  if (there.length !== typed.length) return false;
  const pairs = Array.from(typed, (char, at) => [char, there.charAt(at)]);
  const others = pairs.filter(([a, b]) => a !== b);
  const most = isKana(typed) ? 1 : typed.length / 2;
  return (
    others.length <= most &&
    others.every((pair) => homophones.some((group) => pair.every((char) => group.includes(char))))
  );
}

/** All stretches of so many characters. */
function* written(candidate: Candidate, length: number) {
  for (const { text } of [...candidate.fields, ...candidate.synonyms])
    for (let at = 0; at + length <= text.length; at++) yield text.slice(at, at + length);
}

/** What is read aloud from where a word begins to where one ends, in about so many kana. */
function* spoken(candidate: Candidate, length: number) {
  for (const field of candidate.fields)
    for (let at = 0; at < field.kana.length; at++)
      for (const to of [at + length - 1, at + length, at + length + 1])
        if (isEdge(field, at) && isEdge(field, to)) yield field.kana.slice(at, to);
  for (const { kana } of candidate.synonyms) yield kana;
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
