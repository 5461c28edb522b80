/** What speaks for a word in a record, and how much. */
import { isKana, places } from './normal-form.ts';
import { isHeardIn, type PrintedText } from './printed-text.ts';
import type { Term } from './query.ts';
import type { SearchRecord } from './record.ts';
import type { Other, Word } from './words.ts';

/** Points of where a word stands, in a title or elsewhere. */
const POINTS = {
  text: [60, 44],
  /** The same word in another spelling, and another word for it. */
  spelling: [57, 42],
  other: [38, 34],
  keyword: { whole: 41, part: 20 },
} as const;

export interface Evidence {
  points: number;
  /** Whether it stands there as typed. */
  isPrinted?: boolean;
  /** What to mark in the texts: in normal form, or as it sounds. */
  mark: string;
  /** The related word that brought it here. */
  related?: string | undefined;
}

/** A word to look for, with other words for it. */
export interface Wanted extends Term {
  others: readonly Other[];
}

/** The best evidence; undefined where there is none. */
export function evidenceOf(record: SearchRecord, wanted: Wanted): Evidence | undefined {
  const { text, sound } = wanted;
  const printed = record.all.includes(text)
    ? pointsOf(record, (field) => isPrintedIn(field, wanted), POINTS.text)
    : 0;
  if (printed > 0) return { points: printed, isPrinted: true, mark: text };
  const heard =
    sound.length > 2 && record.allSounds.includes(sound)
      ? pointsOf(record, ({ spoken }) => isHeardIn(spoken, sound), POINTS.text)
      : 0;
  const all = [
    { points: heard, mark: sound },
    keywordEvidence(record, wanted),
    otherEvidence(record, wanted),
  ];
  const best = all.reduce((a, b) => (b && b.points > (a?.points ?? 0) ? b : a));
  return best && best.points > 0 ? best : undefined;
}

/** Of the place where a text of the record has something; 0 where none has. */
const pointsOf = (
  { titles, texts }: SearchRecord,
  has: (text: PrintedText) => boolean,
  [title, other]: readonly [number, number],
) => (titles.some(has) ? title : texts.some(has) ? other : 0);

/**
 * Not where a short word in katakana is only in hiragana (ニート in 親子にとって), or begins a longer one,
 * or one in hiragana is only inside others (いき in していきます); one kanji not between others (本 in
 * 日本最大級).
 */
export function isPrintedIn(
  { text, scripts }: Pick<PrintedText, 'text' | 'scripts'>,
  { text: word, script }: Pick<Word, 'text' | 'script'>,
): boolean {
  if (word.length === 1 && !isKana(word)) return isAlone(text, word);
  if (word.length > 3 || !isKana(word)) return text.includes(word);
  return places(text, word).some((at) =>
    scripts[at] === 'katakana'
      ? scripts[at + word.length] !== 'katakana'
      : script !== 'katakana' && scripts[at - 1] !== 'hiragana',
  );
}

/** Whether one kanji is somewhere not inside a word. */
const isAlone = (text: string, kanji: string) =>
  places(text, kanji).some(
    (at) => !/\p{Script=Han}.\p{Script=Han}/u.test(text.slice(at - 1, at + 2)),
  );

function keywordEvidence({ keywords }: SearchRecord, wanted: Wanted): Evidence | undefined {
  const { text, sound, script } = wanted;
  const found = (points: number, { printed }: Word) => ({ points, mark: text, related: printed });
  const same = keywords.find((one) => text === one.text || sound === one.sound);
  if (same) return found(POINTS.keyword.whole, same);
  // バス is not in バスケット.
  if (text.length < 2 || (script === 'katakana' && isKana(text))) return undefined;
  const longer = keywords.find(
    (one) => one.text.includes(text) || (isKana(text) && sound !== '' && one.sound.startsWith(sound)),
  );
  return longer && found(POINTS.keyword.part, longer);
}

/** Another word for the wanted one that the record prints; each of several speaks a little. */
function otherEvidence(record: SearchRecord, { others }: Wanted): Evidence | undefined {
  let best: Evidence | undefined;
  let count = 0;
  for (const other of others) {
    if (!record.all.includes(other.text)) continue;
    const worth = other.isSpelling ? POINTS.spelling : POINTS.other;
    const points = pointsOf(record, (field) => isPrintedIn(field, other), worth);
    if (points > (best?.points ?? 0)) best = { points, mark: other.text, related: other.printed };
    if (points > 0) count++;
  }
  return best && { ...best, points: best.points + Math.min(count, 4) / 2 };
}

/** What a record has of one term. */
export interface Share extends Pick<Evidence, 'points' | 'related'> {
  /** How much of the term is there, from 0 to 1. */
  share: number;
  marks: string[];
}

/** All of the term, or pieces of it; of one kanji that alone does not count for more. */
export function shareOf(record: SearchRecord, wanted: Wanted): Share {
  const { text } = wanted;
  if (text.length > 1) {
    const evidence = evidenceOf(record, wanted);
    if (evidence) return { share: 1, marks: [evidence.mark], ...evidence };
    const marks = piecesOf(record.all, text);
    return { share: marks.join('').length / text.length, points: 0, marks };
  }
  const texts = [record.all, ...record.keywords.map((one) => one.text)];
  const isThere = texts.some((one) => isAlone(one, text));
  const other = isThere ? undefined : otherEvidence(record, wanted);
  if (other) return { share: 1, marks: [other.mark], ...other };
  return { share: Number(isThere), points: 0, marks: [text] };
}

/** The pieces of a compound that a text has: 児童虐待防止 is 児童虐待 and 防止. */
function piecesOf(all: string, compound: string): string[] {
  const pieces: string[] = [];
  for (let from = 0, to = 1; from < compound.length; from = to, to++) {
    // A piece is there only where its beginning is, so that few are tried however long the word.
    while (to < compound.length && all.includes(compound.slice(from, to + 1))) to++;
    const piece = compound.slice(from, to);
    // Two kana are in every text: マスコミ is not ます and 込み.
    if (piece.length >= (isKana(piece) ? 3 : 2)) pieces.push(piece);
    else to = from + 1;
  }
  return pieces;
}
