/** One record, folded for matching. */
import type { Content, Piece } from './content.ts';
import { fold, foldWithPlaces, spaced, type Script } from './fold.ts';

export interface Field {
  literal: string;
  scripts: Script[];
  /** The same words as they are read aloud; equal to `literal` where no reading is known. */
  kana: string;
  /** For each place in `kana`, whether a word may begin or end there. */
  edges: boolean[];
  words: { literal: string; kana: string }[];
}
export interface Keyword {
  /** As the content has it. */
  shown: string;
  literal: string;
  kana: string;
  /** The words that it is made of: 道路の穴 is 道路 and 穴. */
  parts: string[];
}
export interface Doc {
  url: string;
  /** Order among equals: programmes and pledges before what frames them. */
  kind: string;
  months: readonly number[];
  /** Its names; a pledge has one for each unit. */
  titles: Field[];
  heads: Field;
  words: Field;
  keywords: Keyword[];
  /** All of it as printed. */
  raw: string;
  /** Whether readings and keywords are known. */
  indexed: boolean;
}

export interface Printed {
  url: string;
  kind: string;
  months: readonly number[];
  titles: readonly string[];
  heads: string;
  words: string;
}

/** A record as the page prints it: no readings, no keywords. */
export function docOf(printed: Printed): Doc {
  const { url, kind, months, titles, heads, words } = printed;
  return {
    url,
    kind,
    months,
    titles: titles.map((title) => fieldOf([{ text: title }])),
    heads: fieldOf([{ text: heads }]),
    words: fieldOf([{ text: words }]),
    keywords: [],
    raw: spaced([titles.join('、'), heads, words].join(' ')),
    indexed: false,
  };
}

/** The same record with what only the index knows: of a large plan, the words themselves. */
export function indexedDoc(doc: Doc, content: Content, heads: readonly Piece[]): Doc {
  const words = content.words.map(({ text }) => text).join('');
  return {
    ...doc,
    raw: doc.words.literal === '' ? spaced(`${doc.raw} ${words}`) : doc.raw,
    titles: splitTitles(content.title).map(fieldOf),
    heads: fieldOf(heads),
    words: fieldOf(content.words),
    keywords: content.keywords.map(({ text, kana }) => ({
      shown: text,
      literal: fold(text),
      kana: fold(kana ?? text),
      parts: (text.match(/[\p{Script=Han}々]+|[\p{Script=Katakana}ー]{2,}/gu) ?? []).map(fold),
    })),
    indexed: true,
  };
}

/** Several fields as one, for marking a title that is printed as one line. */
export function joined(fields: readonly Field[]): Field {
  const [first, ...rest] = fields;
  return rest.reduce<Field>(
    (whole, field) => ({
      literal: whole.literal + field.literal,
      scripts: [...whole.scripts, ...field.scripts],
      kana: whole.kana + field.kana,
      edges: [...whole.edges, ...field.edges.slice(1)],
      words: [...whole.words, ...field.words],
    }),
    first ?? fieldOf([]),
  );
}

/** The names that a title joins. */
export function splitTitles(pieces: readonly Piece[]): Piece[][] {
  const titles: Piece[][] = [[]];
  for (const piece of pieces)
    if (piece.text === '、') titles.push([]);
    else titles.at(-1)?.push(piece);
  return titles;
}

function fieldOf(pieces: readonly Piece[]): Field {
  const field: Field = { literal: '', scripts: [], kana: '', edges: [true], words: [] };
  for (const piece of pieces) {
    const { text, scripts } = foldWithPlaces(piece.text);
    if (text === '') continue;
    const kana = piece.kana === undefined ? text : fold(piece.kana);
    field.literal += text;
    field.scripts.push(...scripts);
    field.kana += kana;
    const inside = piece.kana === undefined;
    for (let i = 1; i < kana.length; i++) field.edges.push(inside);
    field.edges.push(true);
    field.words.push({ literal: text, kana });
  }
  return field;
}
