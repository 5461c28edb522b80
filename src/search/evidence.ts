/** What speaks for a word in a record, and how much. */
import { isHiragana, isKana, isKatakana, places } from './normal-form.ts';
import { isHeardIn, type PrintedText } from './printed-text.ts';
import type { Term } from './query.ts';
import type { SearchRecord } from './record.ts';
import type { Word } from './words.ts';

/** Points of where a word stands, in a title or elsewhere. */
const POINTS = {
  text: [60, 44],
  other: [38, 34],
  keyword: 41,
  partOfKeyword: 20,
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
  others: readonly Word[];
}

/** The best evidence; undefined where there is none. */
export function evidenceOf(record: SearchRecord, wanted: Wanted): Evidence | undefined {
  const { text, sound } = wanted;
  const printed = printedPoints(record, wanted, POINTS.text);
  if (printed > 0) return { points: printed, isPrinted: true, mark: text };
  const others = wanted.others.flatMap((other) => {
    const points = printedPoints(record, other, POINTS.other);
    return points > 0 ? [{ points, mark: other.text, related: other.printed }] : [];
  });
  // Each of several speaks a little.
  const more = Math.min(others.length, 4) / 2;
  const [best] = [
    { points: heardPoints(record, sound), mark: sound },
    ...keywordEvidence(record, wanted),
    ...others.map((other) => ({ ...other, points: other.points + more })),
  ].sort((a, b) => b.points - a.points);
  return best && best.points > 0 ? best : undefined;
}

type Places = readonly [title: number, other: number];

/** Of the place where a text of the record has something; 0 where none has. */
const pointsOf = (
  { titles, texts }: SearchRecord,
  has: (text: PrintedText) => boolean,
  [title, other]: Places,
) => (titles.some(has) ? title : texts.some(has) ? other : 0);

const printedPoints = (record: SearchRecord, word: Word, places: Places) =>
  record.all.includes(word.text) ? pointsOf(record, (text) => isPrintedIn(text, word), places) : 0;

const heardPoints = (record: SearchRecord, sound: string) =>
  sound.length > 2 && record.allSounds.includes(sound)
    ? pointsOf(record, ({ spoken }) => isHeardIn(spoken, sound), POINTS.text)
    : 0;

/**
 * Not where a short word in katakana is only in hiragana (ニート in 親子にとって), or begins a longer one,
 * or one in hiragana is only inside others (いき in していきます); one kanji not between others (本 in
 * 日本最大級).
 */
export function isPrintedIn(
  { printed, text, offsets }: Pick<PrintedText, 'printed' | 'text' | 'offsets'>,
  { text: word, printed: wanted }: Pick<Word, 'text' | 'printed'>,
): boolean {
  if (word.length === 1 && !isKana(word)) return isAlone(text, word);
  if (word.length > 3 || !isKana(word)) return text.includes(word);
  const charAt = (index: number) => printed[offsets[index] ?? -1];
  return places(text, word).some((index) =>
    isKatakana(charAt(index))
      ? !isKatakana(charAt(index + word.length))
      : !isKatakana(wanted[0]) && !isHiragana(charAt(index - 1)),
  );
}

/** Whether one kanji is somewhere not inside a word. */
const isAlone = (text: string, kanji: string) =>
  places(text, kanji).some(
    (index) => !/\p{Script=Han}.\p{Script=Han}/u.test(text.slice(index - 1, index + 2)),
  );

/** A keyword that is the word, or has it in it; バス is not in バスケット. */
function keywordEvidence({ keywords }: SearchRecord, { printed, text, sound }: Wanted): Evidence[] {
  const isWhole = (keyword: Word) => text === keyword.text || sound === keyword.sound;
  const whole = keywords.find(isWhole);
  const mayBePart = text.length > 1 && !(isKatakana(printed[0]) && isKana(text));
  const keyword =
    whole ?? (mayBePart ? keywords.find((word) => word.text.includes(text)) : undefined);
  const points = whole ? POINTS.keyword : POINTS.partOfKeyword;
  return keyword ? [{ points, mark: text, related: keyword.printed }] : [];
}

/** What a record has of one term. */
export interface Share extends Pick<Evidence, 'points' | 'related'> {
  /** How much of the term is there, from 0 to 1. */
  share: number;
  marks: string[];
}

/** All of the term, or pieces of it; where one kanji stands says nothing more. */
export function shareOf(record: SearchRecord, wanted: Wanted): Share {
  const { text } = wanted;
  const texts = text.length > 1 ? [] : [record.all, ...record.keywords.map((word) => word.text)];
  const isThere = texts.some((written) => isAlone(written, text));
  const evidence = isThere ? { points: 0, mark: text } : evidenceOf(record, wanted);
  if (evidence) return { share: 1, marks: [evidence.mark], ...evidence };
  const marks = piecesOf(record.all, text);
  return { share: marks.join('').length / text.length, points: 0, marks };
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
