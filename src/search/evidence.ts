/** What speaks for a word in a record, and how much. */
import { isKana, places } from './normal-form.ts';
import { isReadIn, type PrintedText } from './printed-text.ts';
import type { Term } from './query.ts';
import type { Keyword, SearchRecord } from './record.ts';
import type { Other } from './thesaurus.ts';

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
  /** `printed` as typed; else it is read so, or another word. */
  isPrinted: boolean;
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
  const isThere = text !== '' && record.all.includes(text);
  const has = (one: PrintedText) => isThere && isPrintedIn(one, text, wanted.script);
  const printed = points(record, has, POINTS.text);
  if (printed > 0) return { points: printed, isPrinted: true, mark: text };
  const read = points(record, (one) => isRead(one, wanted), POINTS.text);
  const all = [
    { points: read, isPrinted: false, mark: sound ?? text },
    keywordOf(record, wanted),
    otherOf(record, wanted),
  ];
  const best = all.reduce((a, b) => (b && b.points > (a?.points ?? 0) ? b : a));
  return best && best.points > 0 ? best : undefined;
}

/** Of the place where a text of the record has something; 0 where none has. */
const points = (
  { titles, texts }: SearchRecord,
  has: (text: PrintedText) => boolean,
  [title, other]: readonly [number, number],
) => (titles.some(has) ? title : texts.some(has) ? other : 0);

/**
 * Not where one that is typed in katakana is only in hiragana (ニート in 親子にとって), or a short word is
 * only inside other hiragana (いき in していきます); one kanji not between others (本 in 日本最大級).
 */
export function isPrintedIn(
  { text, scripts }: Pick<PrintedText, 'text' | 'scripts'>,
  word: string,
  script?: Term['script'],
): boolean {
  if (word.length === 1 && !isKana(word)) return isAlone(text, word);
  if (word.length > 3 || !isKana(word)) return text.includes(word);
  return places(text, word).some(
    (at) => scripts[at] === 'katakana' || (script !== 'katakana' && scripts[at - 1] !== 'hiragana'),
  );
}

/** Whether one kanji is somewhere not inside a word. */
const isAlone = (text: string, kanji: string) =>
  places(text, kanji).some(
    (at) => !/\p{Script=Han}.\p{Script=Han}/u.test(text.slice(at - 1, at + 2)),
  );

const isRead = ({ sound, kana }: PrintedText, wanted: Term) =>
  wanted.sound === undefined
    ? isKana(wanted.text) && isReadIn(kana, wanted.text)
    : wanted.sound.length > 2 && isReadIn(sound, wanted.sound);

function keywordOf({ keywords }: SearchRecord, wanted: Wanted): Evidence | undefined {
  const { text: word, sound, script } = wanted;
  const found = (points: number, one: Keyword): Evidence => ({
    ...{ points, isPrinted: false, mark: word },
    related: one.printed,
  });
  const same = keywords.find(
    (one) => word === one.text || word === one.kana || (sound !== undefined && sound === one.sound),
  );
  if (same) return found(POINTS.keyword.whole, same);
  // バス is not in バスケット.
  if (word.length < 2 || (script === 'katakana' && isKana(word))) return undefined;
  const longer = keywords.find((one) => one.text.includes(word) || one.kana.startsWith(word));
  return longer && found(POINTS.keyword.part, longer);
}

/** Another word for the wanted one that the record prints; each of several speaks a little. */
function otherOf(record: SearchRecord, { others }: Wanted): Evidence | undefined {
  let best: Evidence | undefined;
  let found = 0;
  for (const { printed, text, script, isSpelling } of others) {
    if (!record.all.includes(text)) continue;
    const isThere = (one: PrintedText) => isPrintedIn(one, text, script);
    const worth = points(record, isThere, isSpelling ? POINTS.spelling : POINTS.other);
    if (worth > (best?.points ?? 0))
      best = { points: worth, isPrinted: false, mark: text, related: printed };
    if (worth > 0) found++;
  }
  return best && { ...best, points: best.points + Math.min(found, 4) / 2 };
}

/** What a record has of one term. */
export interface Share {
  /** How much of the term is there, from 0 to 1. */
  share: number;
  /** What speaks for it beside that. */
  points: number;
  marks: string[];
  related?: string | undefined;
}

/** `evidence`: what speaks for the term in the record. Of one kanji that alone is not enough. */
export function shareOf(record: SearchRecord, wanted: Wanted, evidence?: Evidence): Share {
  const { text } = wanted;
  if (text.length > 1) {
    if (evidence) return { share: 1, marks: [evidence.mark], ...evidence };
    const marks = piecesOf(record.all, text);
    return { share: marks.join('').length / text.length, points: 0, marks };
  }
  const texts = [record.all, ...record.keywords.map((one) => one.text)];
  const isThere = texts.some((one) => isAlone(one, text));
  const other = isThere ? undefined : otherOf(record, wanted);
  return other
    ? { share: 1, marks: [other.mark], ...other }
    : { share: Number(isThere), points: 0, marks: [text] };
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
