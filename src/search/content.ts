/**
 * The text of one record as the index holds it: words apart, each reading right after its word.
 * `災害␟ さいがい に 強␟ つよ い ␞ …`: ␟ tells that a reading follows, ␞ parts the fields.
 */
import type { Segment } from '../model/reading.ts';

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

export function writeContent(fields: Record<keyof Content, readonly Segment[]>): string {
  return [fields.title, fields.words, fields.keywords]
    .map((segments) =>
      segments
        .map(({ text, reading }) => {
          const word = text.replaceAll(/\s/g, '');
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
      else pieces.push({ text: token });
    }
    return pieces;
  });
  return { title, words, keywords };
}
