/** A text cut for display: where its words were corrected, and where they have a reading. */
import type { WordCorrection } from '#model/correction.ts';
import { markCorrections } from '#model/mark.ts';
import { phrases } from '#model/phrases.ts';
import { ruby, segment, type Readings, type RubyPart } from '#model/reading.ts';

/** Words that are shown alike. The texts of the pieces of all groups, joined, are the text. */
export interface Group {
  correction?: WordCorrection | undefined;
  pieces: { parts: RubyPart[]; unconfirmed: boolean }[];
}

/** A word that has a reading is never cut: where a correction begins inside it, it takes it whole. */
export function markedText(
  text: string,
  corrections: readonly WordCorrection[],
  readings?: Readings,
): Group[] {
  const runs = markCorrections(text, corrections);
  if (!readings)
    return runs.map(({ text: base, correction }) => ({
      correction,
      pieces: [{ parts: [{ base }], unconfirmed: false }],
    }));
  let start = 0;
  const marks = runs.flatMap(({ text: { length }, correction }) => {
    const from = start;
    start += length;
    return correction ? [{ from, to: start, correction }] : [];
  });
  const groups: Group[] = [];
  let position = 0;
  for (const { text: word, reading, unconfirmed = false } of segment(text, readings)) {
    const end = position + word.length;
    // Plain words are cut at the edges of a mark, words with a reading are not.
    const cuts = marks
      .flatMap(({ from, to }) => [from, to])
      .filter((cut) => cut > position && cut < end);
    const edges = reading === undefined ? [position, ...cuts, end] : [position, end];
    for (const [index, from] of edges.slice(0, -1).entries()) {
      const to = edges[index + 1] ?? end;
      const correction = marks.find((mark) => mark.from < to && mark.to > from)?.correction;
      const base = text.slice(from, to);
      const parts = reading === undefined ? [{ base }] : ruby(base, readings);
      const last = groups.at(-1);
      if (last && last.correction === correction) last.pieces.push({ parts, unconfirmed });
      else groups.push({ correction, pieces: [{ parts, unconfirmed }] });
    }
    position = end;
  }
  return groups;
}

/** The pieces of a text by its phrases. A word that has a reading is in one phrase. */
export function byPhrase(pieces: Group['pieces'], text: string): Group['pieces'][] {
  let end = 0;
  const ends = new Set(phrases(text).map(({ length }) => (end += length)));
  const groups: Group['pieces'][] = [[]];
  let position = 0;
  for (const piece of pieces) {
    const whole = piece.parts.map(({ base }) => base).join('');
    const isRead = piece.parts.some(({ rt }) => rt !== undefined);
    const start = position;
    const cuts = isRead ? [] : [...ends].filter((cut) => cut > start && cut < start + whole.length);
    for (const cut of [...cuts, start + whole.length]) {
      const base = whole.slice(position - start, cut - start);
      groups.at(-1)?.push(isRead ? piece : { ...piece, parts: [{ base }] });
      position = cut;
      if (ends.has(position)) groups.push([]);
    }
  }
  return groups.filter((group) => group.length > 0);
}
