/**
 * Reads a plan from plain text: a transcription of the print, or the text edition of a plan
 * (`plan.txt`). What is a heading shows in its number, in what follows it, in the blank lines above.
 */
import { readFiscalYear } from '#model/fiscal-year.ts';
import { emptyDraft, squeezed, type Draft } from '#import/draft.ts';
import { isItem, linesOfText, numbered, type Line } from './lines.ts';
import { readPledges } from './pledges.ts';
import { readPolicy } from './policy.ts';
import { readProgrammes } from './programmes.ts';

export interface Read {
  draft: Draft;
  /** Lines that have no place. */
  unplaced: Line[];
}

export function readTranscription(text: string): Read {
  const lines = linesOfText(text);
  const draft = emptyDraft();
  const unplaced: Line[] = [];
  const [title, ...rest] = lines;
  if (!title) return { draft, unplaced };
  draft.policy.title = title.text;
  draft.policy.ward = wardIn(title.text);
  const { first, again } = goalsIn(rest);
  const pledgesAt = pledgesStart(rest, again);
  readPolicy(rest.slice(0, Math.min(again - 1, pledgesAt)), first, draft, unplaced);
  if (again < rest.length) {
    draft.policy.programmesHeading = rest[again - 1]?.text;
    readProgrammes(rest.slice(again, pledgesAt), draft, unplaced);
  }
  readPledges(rest.slice(pledgesAt), draft, unplaced);
  return { draft, unplaced };
}

/** The first name behind the fiscal year: 空区 in 令和8年度 空区 計画. */
export function wardIn(title: string): string {
  const printed = readFiscalYear(title)?.printed ?? '';
  const [name = title] = title
    .replace(printed, '')
    .trim()
    .split(/[\s　]+/u);
  return /^.+?[区市町村県局部]/u.exec(name)?.[0] ?? name;
}

/**
 * Where the goals are numbered from 1: with their words, and `again` above their programmes, under
 * the same title. Parts may be numbered too.
 */
function goalsIn(lines: readonly Line[]): { first: number; again: number } {
  const ones = lines.flatMap((line, index) => (numbered(line)?.number === 1 ? [index] : []));
  const near = ones.filter((index) => (lines[index]?.blanks ?? 0) < 2);
  const titleAt = (index = 0) => squeezed(lines[index]?.text ?? '');
  for (const first of ones) {
    const again = near.find((at) => at > first && titleAt(at).startsWith(titleAt(first)));
    if (again !== undefined) return { first, again };
  }
  const none = lines.length + 1;
  return { first: near[0] ?? ones[0] ?? none, again: near[1] ?? none };
}

/** The heading above the pledges: before the first row of their table, or far from what is above. */
function pledgesStart(lines: readonly Line[], programmes: number): number {
  const row = lines.findIndex(({ cells }) => cells !== undefined);
  if (row > 0) return row - 1;
  const far = lines.findLastIndex(
    (line, index) =>
      index > programmes && line.blanks > 1 && !isItem(line) && !line.bold && !numbered(line),
  );
  return far < 0 ? lines.length : far;
}
