/** Texts cut into pieces that, joined, are the text again. */
import type { WordCorrection } from './correction.ts';
import type { Plan } from './plan.ts';

/** A few words in brackets, such as a time: no line breaks in them where a line holds 17 letters. */
export const SHORT_NOTE = /([(（][^()（）]{1,8}[)）])/u;

/**
 * Cuts a heading where a line may break: after closing and before opening brackets, after commas,
 * middle dots and white space, and where hiragana gives way to another script, which is mostly the
 * end of a phrase (文節). A leading お or ご stays with its word. Nothing is cut in a short note.
 */
export function phrases(text: string): string[] {
  return text.split(
    /(?![^()（）]{0,8}[)）])(?:(?<=[」』”）)、。・\s]|[^\s]～)(?=[^」』”）)、。・～\s])|(?<=\s)(?=～)|(?<=[^「『“（(])(?=[「『“（(])|(?<=[ぁ-ん])(?<!(?:^|[^ぁ-ん])[おご])(?=[\p{Script=Han}\p{Script=Katakana}A-Za-z0-9]))/u,
  );
}

export interface TopicRun {
  text: string;
  /** Whether it is a topic, and not what stands between topics. */
  topic: boolean;
}

/**
 * Cuts a subtitle that lists topics (～A・B・C～) into topics and what parts them. A subtitle that
 * lists nothing is one run.
 */
export function topicsOf(subtitle: string): TopicRun[] {
  const runs = subtitle
    .split(/([～〜~・、\s]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, topic: !/^[～〜~・、\s]+$/u.test(text) }));
  return runs.filter(({ topic }) => topic).length > 1 ? runs : [{ text: subtitle, topic: false }];
}

/** A word to try the search with: the first topic that a goal lists, if any does. */
export const exampleTopic = ({ goals }: Pick<Plan, 'goals'>): string | undefined =>
  goals.flatMap(({ subtitle = '' }) => topicsOf(subtitle)).find(({ topic }) => topic)?.text;

/** A piece of a text. */
export interface Piece {
  text: string;
  /** Set where this piece differs from the source. */
  correction?: WordCorrection;
}

/** Cuts a text so that each corrected word is a piece of its own. */
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
