/** What speaks for one word in one record: where it stands, and how well it fits. */
import type { Doc, Field, Keyword } from './doc.ts';
import { isKana, type Script } from './fold.ts';

/** `value` is 0 where nothing speaks for it. */
export interface Evidence {
  value: number;
  keyword?: Keyword;
}
const NONE: Evidence = { value: 0 };

const best = (all: readonly Evidence[]) => all.reduce((a, b) => (b.value > a.value ? b : a), NONE);

/** The word as printed: a title counts most, then what stands over the words, then the words. */
export function printed(doc: Doc, word: string): number {
  if (word === '') return 0;
  let value = 0;
  for (const title of doc.titles) {
    const at = title.literal.indexOf(word);
    if (at < 0) continue;
    const share = word.length / title.literal.length;
    value = Math.max(value, at === 0 ? 90 + 20 * share : 60 + 25 * share);
  }
  const inWords = count(doc.words.literal, word);
  if (doc.heads.literal.includes(word))
    value = Math.max(value, 24 + (10 * word.length) / doc.heads.literal.length);
  if (inWords > 0) value = Math.max(value, 24) + Math.min(inWords, 3) * 2;
  return value;
}

/**
 * Whether a short word in hiragana stands only inside other hiragana (いき in していきます): the
 * letters are there, the word most likely is not.
 */
export function accidental(doc: Doc, word: string): boolean {
  if (word.length > 3) return false;
  return ![...doc.titles, doc.heads, doc.words].some((field) => {
    for (let at = field.literal.indexOf(word); at >= 0; at = field.literal.indexOf(word, at + 1))
      if (field.scripts[at] !== 'h' || field.scripts[at - 1] !== 'h') return true;
    return false;
  });
}

/** The word as it is read aloud. `whole`: it must be whole words from edge to edge. */
export function read(doc: Doc, word: string, written: Script, whole = false): number {
  let value = 0;
  const look = (field: Field, base: number, ratio: number) => {
    const fit = readIn(field, word, written, whole);
    if (fit > 0) value = Math.max(value, base + fit + (ratio * word.length) / field.kana.length);
  };
  for (const title of doc.titles) look(title, 60, 30);
  look(doc.heads, 43, 5);
  look(doc.words, 44, 0);
  return value;
}

function readIn(field: Field, word: string, written: Script, whole: boolean): number {
  let fit = 0;
  for (let at = field.kana.indexOf(word); at >= 0; at = field.kana.indexOf(word, at + 1)) {
    const starts = field.edges[at] === true;
    const ends = field.edges[at + word.length] === true;
    // ぼうさ is a beginning, ねんきん an end of a word; だいがく inside 課題学習 is neither.
    const fits =
      whole || written === 'k'
        ? starts && ends && word.length >= 3
        : starts || (ends && word.length >= 3) || word.length >= 5;
    // Whole words 10, a beginning 3, an end or a middle less.
    if (fits) fit = Math.max(fit, starts && ends ? 10 : starts ? 3 : ends ? 1 : 0.5);
  }
  return fit;
}

/** An everyday word of the content. `whole`: no beginnings or ends of one. */
export function everyday(doc: Doc, word: string, whole = false): Evidence {
  const short = word.length < 2;
  return best(
    doc.keywords.map((keyword) => {
      const { literal, kana } = keyword;
      if (word === literal || word === kana) return { value: 50, keyword };
      if (whole || short) return NONE;
      if (literal.startsWith(word) || kana.startsWith(word))
        return { value: 20 + (10 * word.length) / literal.length, keyword };
      const end = literal.endsWith(word) || (word.length >= 4 && kana.endsWith(word));
      return end ? { value: 16 + (10 * word.length) / literal.length, keyword } : NONE;
    }),
  );
}

/**
 * How much of a word the record's own words and everyday words cover, in pieces of two characters
 * and more: 児童虐待防止 is 児童虐待 and 防止.
 */
export function covered(doc: Doc, word: string): { share: number; pieces: string[] } {
  const pieces: string[] = [];
  let share = 0;
  for (let at = 0; at < word.length;) {
    const piece = longestPiece(doc, word, at);
    if (piece === '') at++;
    else {
      pieces.push(piece);
      share += piece.length;
      at += piece.length;
    }
  }
  return { share: share / word.length, pieces };
}

function longestPiece(doc: Doc, word: string, at: number): string {
  for (let to = longestKnown(doc, word, at); to >= at + 2; to--) {
    const piece = word.slice(at, to);
    // A lone character that is left over would never be covered: 二文字ずつ before greed.
    if (word.length - to === 1 && to - at > 2) continue;
    // Two kana are in every text: マスコミ is not ます and 込み.
    if (piece.length < 3 && isKana(piece)) continue;
    if (occurs(doc, piece) || everyday(doc, piece, true).value > 0) return piece;
  }
  return '';
}

/**
 * The end of the longest piece from `at` that the record may know. A piece is printed only where
 * its beginning is, so that few are tried however long the word.
 */
function longestKnown(doc: Doc, word: string, at: number): number {
  let to = at + 1;
  while (to < word.length && occurs(doc, word.slice(at, to + 1))) to++;
  for (const { literal, kana } of doc.keywords)
    for (const name of [literal, kana])
      if (word.startsWith(name, at)) to = Math.max(to, at + name.length);
  return to;
}

/** Whether the record prints it anywhere. */
const occurs = ({ titles, heads, words }: Doc, piece: string) =>
  words.literal.includes(piece) ||
  heads.literal.includes(piece) ||
  titles.some(({ literal }) => literal.includes(piece));

function count(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found++;
  return found;
}
