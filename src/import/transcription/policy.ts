/** The parts of a transcription, with the goals' words and the principles. */
import type { Draft } from '#import/draft.ts';
import { factOf, isItem, isSentence, numbered, type Line } from './lines.ts';

const ROMAN = /^(?<numeral>[IVX]+|[Ⅰ-Ⅻ]+)[ 　.．、]+(?<heading>.+)$/u;
const POINTER = /^[★☆]|[次つぎ]の?(?:頁|ページ)/u;

/** Parts with the goals, which begin at `first`, and the principles. */
export function readPolicy(
  lines: readonly Line[],
  first: number,
  draft: Draft,
  unplaced: Line[],
): void {
  const { policy, goals, principles } = draft;
  for (const [index, line] of lines.entries()) {
    const { text, blanks } = line;
    const part = policy.parts.at(-1);
    const inGoals = goals.length > 0 && (!part || part.holds === 'goals');
    const goal = inGoals ? goals.at(-1) : undefined;
    const next = lines[index + 1];
    const head = numbered(line);
    const roman = ROMAN.exec(text)?.groups;
    if (index >= first && head?.number === goals.length + 1) {
      if (part) part.holds = 'goals';
      goals.push({ title: head.words, body: [] });
    } else if (roman?.heading)
      policy.parts.push({ numeral: roman.numeral, heading: roman.heading });
    else if (blanks > 1 && !isItem(line))
      policy.parts.push(
        head ? { numeral: String(head.number), heading: head.words } : { heading: text },
      );
    else if (POINTER.test(text)) policy.pointer = text;
    else if (isItem(line) && blanks === 0 && !goal?.body.length && factOf(text) && !part?.lead)
      (goal ?? policy).facts = [...((goal ?? policy).facts ?? []), factOf(text)].filter(
        (fact) => fact !== undefined,
      );
    else if (goal) goal.body.push(text);
    else if (part && !isSentence(text) && next && isSentence(next.text) && next.blanks < 2) {
      part.holds = 'principles';
      principles.push({ title: text, body: [] });
    } else if (part && part.holds === undefined && part.lead === undefined) part.lead = text;
    else if (part?.holds === 'principles') principles.at(-1)?.body.push(text);
    else unplaced.push(line);
  }
}
