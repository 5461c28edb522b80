/** A text cut for display: where its words were corrected, and where they have a reading. */
import type { WordCorrection } from '#model/correction.ts';
import { markCorrections, phrases } from '#model/pieces.ts';
import { ruby, segment, type Readings, type RubyPart } from '#model/reading.ts';

interface Piece {
  parts: RubyPart[];
  unconfirmed: boolean;
}
/** Words that are shown alike. The texts of the pieces of all groups, joined, are the text. */
export interface Group {
  correction?: WordCorrection | undefined;
  pieces: Piece[];
}

/** A word that has a reading is never cut: where a correction begins inside it, it takes it whole. */
export function markedText(
  text: string,
  corrections: readonly WordCorrection[],
  readings?: Readings,
): Group[] {
  const runs = markCorrections(text, corrections);
  const ends = endsOf(runs.map((run) => run.text));
  const words = readings ? segment(text, readings) : [{ text }];
  const pieces = words.map(({ text: base, reading, unconfirmed = false }) => ({
    parts: readings && reading !== undefined ? ruby(base, readings) : [{ base }],
    unconfirmed,
  }));
  const groups: Group[] = [];
  for (const { piece, start, end } of cutPieces(pieces, ends)) {
    const isMarked = (index: number) => (ends[index - 1] ?? 0) < end && (ends[index] ?? 0) > start;
    const { correction } = runs.find((run, index) => run.correction && isMarked(index)) ?? {};
    const last = groups.at(-1);
    if (last && last.correction === correction) last.pieces.push(piece);
    else groups.push({ correction, pieces: [piece] });
  }
  return groups;
}

/** The pieces of a text by its phrases. A word that has a reading is in one phrase. */
export function byPhrase(pieces: readonly Piece[], text: string): Piece[][] {
  const ends = endsOf(phrases(text));
  const groups: Piece[][] = [];
  for (const { piece, start } of cutPieces(pieces, ends))
    if (start === 0 || ends.includes(start)) groups.push([piece]);
    else groups.at(-1)?.push(piece);
  return groups;
}

/** Where each of some texts ends in the text that they make together. */
function endsOf(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map(({ length }) => (end += length));
}

/** The pieces, cut at some places of the text, but never within a word that has a reading. */
function cutPieces(pieces: readonly Piece[], places: readonly number[]) {
  let end = 0;
  return pieces.flatMap((piece) => {
    const text = piece.parts.map(({ base }) => base).join('');
    const start = end;
    end += text.length;
    if (piece.parts.some(({ rt }) => rt !== undefined)) return [{ piece, start, end }];
    const cuts = [start, ...places.filter((place) => place > start && place < end), end];
    return cuts.slice(1).map((cut, index) => {
      const from = cuts[index] ?? start;
      const parts = [{ base: text.slice(from - start, cut - start) }];
      return { piece: { ...piece, parts }, start: from, end: cut };
    });
  });
}
