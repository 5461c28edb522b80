import type { WordCorrection } from './correction.ts';

/** A piece of a text. */
export interface Piece {
  text: string;
  /** Set where this piece differs from the source. */
  correction?: WordCorrection;
}

/** Cuts a text so that each corrected word is a piece of its own. Joined, the pieces are the text. */
export function markCorrections(text: string, corrections: readonly WordCorrection[]): Piece[] {
  const row = corrections.find(
    ({ status, shown }) => status === 'corrected' && text.includes(shown),
  );
  if (!row) return text === '' ? [] : [{ text }];
  const start = text.indexOf(row.shown);
  const rest = corrections.filter((other) => other !== row);
  return [
    ...markCorrections(text.slice(0, start), rest),
    { text: row.shown, correction: row },
    ...markCorrections(text.slice(start + row.shown.length), rest),
  ];
}
