import type { WordCorrection } from './correction.ts';

export interface Run {
  text: string;
  /** Set where these words differ from the source. */
  correction?: WordCorrection;
}

/** Cuts a text into runs so that each corrected reading stands alone. Joined, they are the text. */
export function markCorrections(text: string, corrections: readonly WordCorrection[]): Run[] {
  const row = corrections.find(
    ({ status, shown }) => status === 'corrected' && text.includes(shown),
  );
  if (!row) return text === '' ? [] : [{ text }];
  const at = text.indexOf(row.shown);
  const rest = corrections.filter((other) => other !== row);
  return [
    ...markCorrections(text.slice(0, at), rest),
    { text: row.shown, correction: row },
    ...markCorrections(text.slice(at + row.shown.length), rest),
  ];
}
