/**
 * The text of one record as the index holds it: words apart, each reading right after its word.
 * `災害␟ さいがい に 強␟ つよ い ␞ …`: ␟ tells that a reading follows, ␞ parts the fields,
 * ␤ the paragraphs.
 * A word of the plan is read alike wherever it stands, so only its first record need tell how.
 */
import type { Segment } from '#model/reading.ts';

/** A run of text and its reading, if it has one. */
export interface Piece {
  text: string;
  kana?: string;
}
export interface Content {
  title: Piece[];
  words: Piece[];
  keywords: Piece[];
}

const READ = '␟';
const FIELD = '␞';
/** Between paragraphs. */
const LINE = '␤';
/** What a word cannot hold: spaces, which the search does not look at, and the signs themselves. */
const PARTING = new RegExp(`[\\s${READ}${FIELD}${LINE}]`, 'gu');

export function writeContent(fields: Record<keyof Content, readonly Segment[]>): string {
  return [fields.title, fields.words, fields.keywords]
    .map((segments) =>
      segments
        .map(({ text, reading }) => {
          if (text === '\n') return LINE;
          const word = text.replaceAll(PARTING, '');
          return reading === undefined ? word : `${word}${READ} ${reading}`;
        })
        .filter((word) => word !== '')
        .join(' '),
    )
    .join(` ${FIELD} `);
}

export function readContent(content: string): Content {
  const [title = [], words = [], keywords = []] = content.split(FIELD).map((field) => {
    const pieces: Piece[] = [];
    let word: string | undefined;
    for (const token of field.split(/[\s\u200b]+/)) {
      if (token === '') continue;
      if (word !== undefined) {
        pieces.push({ text: word, kana: token });
        word = undefined;
      } else if (token.endsWith(READ)) word = token.slice(0, -1);
      else pieces.push({ text: token === LINE ? '\n' : token });
    }
    return pieces;
  });
  return { title, words, keywords };
}

/** The contents of all records, the words of each read as any of them tells. */
export function readContents(contents: ReadonlyMap<string, string>): Map<string, Content> {
  const all = new Map([...contents].map(([url, content]) => [url, readContent(content)]));
  const known = new Map<string, string>();
  for (const { title, words } of all.values())
    for (const { text, kana } of [...title, ...words]) if (kana) known.set(text, kana);
  for (const { title, words } of all.values())
    for (const piece of [...title, ...words]) {
      const kana = known.get(piece.text);
      if (kana) piece.kana = kana;
    }
  return all;
}
