/** What speaks for a word in a record, and how much. */
import { isKana } from './normal-form.ts';
import { isReadAsWhole, readPlaces, type PrintedText } from './printed-text.ts';
import type { Term } from './query.ts';
import type { Keyword, SearchRecord } from './record.ts';
import type { Other } from './thesaurus.ts';

/** Points of where a word stands. */
const POINTS = {
  title: 60,
  text: 44,
  /** One kanji that is only inside a word. */
  inside: 22,
  /** The same word in another spelling, and another word for it. */
  spelling: { title: 57, text: 42 },
  keyword: { whole: 41, part: 20 },
  other: { title: 38, text: 34 },
} as const;

export interface Evidence {
  points: number;
  /** `printed` as typed. */
  how: 'printed' | 'read' | 'related';
  /** What to mark in the texts, in normal form. */
  mark: string;
  /** The related word that brought it here. */
  related?: string | undefined;
}

/** A word to look for; `others` of the thesaurus. */
export interface Wanted extends Term {
  others: readonly Other[];
}

/** The best evidence; undefined where there is none. */
export function evidenceOf(record: SearchRecord, wanted: Wanted): Evidence | undefined {
  const { text, sound } = wanted;
  const printed = printedPoints(record, wanted);
  if (printed > 0) return { points: printed, how: 'printed', mark: text };
  const read = points(record, (one) => isRead(one, wanted));
  const best: (Evidence | undefined)[] = [
    read > 0 ? { points: read, how: 'read', mark: sound ?? text } : undefined,
    keywordOf(record, wanted),
    otherOf(record, wanted),
  ];
  return best.reduce((a, b) => ((b?.points ?? 0) > (a?.points ?? 0) ? b : a));
}

/** The points of where a word is printed best; 0 where it is not. */
export function printedPoints(record: SearchRecord, { text, script }: Term): number {
  if (!record.all.includes(text)) return 0;
  const found = points(record, (one) => isPrintedIn(one, text, script));
  const isKanji = found === 0 && text.length === 1 && !isKana(text);
  return isKanji ? POINTS.inside : found;
}

function points(record: SearchRecord, has: (text: PrintedText) => boolean): number {
  if (record.titles.some(has)) return POINTS.title;
  return record.texts.some(has) ? POINTS.text : 0;
}

/**
 * Not where one that is typed in katakana is only in hiragana (ニート in 親子にとって), or a short word is
 * only inside other hiragana (いき in していきます).
 */
export function isPrintedIn(
  { text, scripts }: PrintedText,
  word: string,
  script?: Term['script'],
): boolean {
  if (word.length === 1 && /\p{Script=Han}/u.test(word)) return aloneness(text, word) > 0;
  let at = word === '' ? -1 : text.indexOf(word);
  if (word.length > 3 || !isKana(word)) return at >= 0;
  for (; at >= 0; at = text.indexOf(word, at + 1))
    if (scripts[at] === 'katakana' || (script !== 'katakana' && scripts[at - 1] !== 'hiragana'))
      return true;
  return false;
}

/** Katakana as whole words only. */
function isRead(one: PrintedText, { text, sound, script }: Term): boolean {
  if (sound !== undefined)
    return sound.length > 2 && readPlaces(one.sound, sound, 'sound').length > 0;
  if (!/^[ぁ-ゖ0-9]+$/.test(text)) return false;
  if (script === 'katakana') return text.length >= 3 && isReadAsWhole(one.kana, text);
  return readPlaces(one.kana, text, 'kana').length > 0;
}

/** The keyword that fits best; of katakana alone, not one that only has it inside (バス in バスケット). */
function keywordOf({ keywords }: SearchRecord, wanted: Wanted): Evidence | undefined {
  const { text: word, sound, script } = wanted;
  const found = (points: number, one?: Keyword): Evidence | undefined =>
    one && { points, how: 'related', mark: word, related: one.printed };
  const { whole, part } = POINTS.keyword;
  const same = keywords.find(
    ({ text, kana, sound: heard }) => word === text || word === kana || sound === heard,
  );
  if (same) return found(whole, same);
  if (word.length < 2 || (script === 'katakana' && isKana(word))) return undefined;
  const longer = keywords.find(
    ({ text, kana, sound: heard }) =>
      text.includes(word) ||
      kana.startsWith(word) ||
      (sound !== undefined && sound.length > 3 && heard.startsWith(sound)),
  );
  return found(part, longer);
}

/** Another word for the wanted one that the record prints. */
function otherOf(record: SearchRecord, { others }: Wanted): Evidence | undefined {
  let best: Evidence | undefined;
  let found = 0;
  for (const { printed, text, script, isSpelling } of others) {
    if (!record.all.includes(text)) continue;
    const at = points(record, (one) => isPrintedIn(one, text, script));
    const { title, text: inText } = isSpelling ? POINTS.spelling : POINTS.other;
    const worth = at === POINTS.title ? title : at > 0 ? inText : 0;
    if (worth > (best?.points ?? 0))
      best = { points: worth, how: 'related', mark: text, related: printed };
    if (worth > 0) found++;
  }
  return best && { ...best, points: best.points + Math.min(found, 4) / 2 };
}

/** Fewer points, those of a part of a keyword, speak only where no record has more. */
export const WEAK = 30;
const WEAK_SHARE = 0.8;
/** A term of so little weight is not looked for by another word. */
const WEAK_TERM = 0.2;

/** What a record has of one term. */
export interface Share {
  /** How much of the term is there, from 0 to 1. */
  share: number;
  /** What speaks for it beside that. */
  points: number;
  marks: string[];
  related?: string | undefined;
}

/** `evidence`: what speaks for the term in the record. */
export function shareOf(record: SearchRecord, wanted: Wanted, evidence?: Evidence): Share {
  if (wanted.text.length === 1) return kanjiOf(record, wanted);
  if (evidence) {
    const share = evidence.points < WEAK ? WEAK_SHARE : 1;
    return { share, marks: [evidence.mark], ...evidence };
  }
  const marks = piecesOf(record, wanted.text);
  return { share: marks.join('').length / wanted.text.length, points: 0, marks };
}

/** The pieces of a compound that the record prints: 児童虐待防止 is 児童虐待 and 防止. */
function piecesOf({ all }: SearchRecord, compound: string): string[] {
  const isThere = (piece: string) => all.includes(piece);
  const pieces: string[] = [];
  for (let from = 0, to = 1; from < compound.length; from = to, to++) {
    // A piece is printed only where its beginning is, so that few are tried however long the word.
    while (to < compound.length && isThere(compound.slice(from, to + 1))) to++;
    const piece = compound.slice(from, to);
    // Two kana are in every text: マスコミ is not ます and 込み.
    if (piece.length >= (isKana(piece) ? 3 : 2)) pieces.push(piece);
    else to = from + 1;
  }
  return pieces;
}

/** One kanji alone: best as the stem of a verb that a keyword spells out, or by another word. */
function kanjiOf(record: SearchRecord, wanted: Wanted): Share {
  const { text } = wanted;
  const marks = [text];
  const keyword = record.keywords.find((one) => spells(one.text, wanted));
  if (keyword) return { share: 1, points: POINTS.keyword.whole, marks, related: keyword.printed };
  const inTexts = [...record.texts, ...record.keywords].map((one) => aloneness(one.text, text));
  const share = Math.max(...inTexts);
  const other = share < 1 && wanted.weight > WEAK_TERM ? otherOf(record, wanted) : undefined;
  if (other) return { share: 1, marks: [other.mark], ...other };
  return { share, points: 0, marks };
}

/** Whether a keyword has the stem of a verb as the question has it: 預け(る), もの忘れ. */
function spells(keyword: string, { phrase, text, from }: Term): boolean {
  const at = keyword.indexOf(text);
  const known = keyword.slice(0, at + 2);
  const isThere = at >= 0 && from >= at && phrase.startsWith(known, from - at);
  return isThere && known.length > 1 && !/\p{Script=Han}/u.test(keyword.slice(at + 1));
}

/**
 * How much of a term one kanji is in a text: most alone, nothing inside a word (本 in 日本最大級).
 */
function aloneness(text: string, kanji: string): number {
  let most = 0;
  for (let at = text.indexOf(kanji); at >= 0; at = text.indexOf(kanji, at + 1)) {
    const beside = [text[at - 1], text[at + 1]].filter((next = '') => /\p{Script=Han}/u.test(next));
    most = Math.max(most, [1, 0.75, 0][beside.length] ?? 0);
  }
  return most;
}
