/** The pledges of a transcription: a table of `<p>` cells, or headings with paragraphs below. */
import { sectionOf, sortSections, type Draft, type DraftSection } from '#import/draft.ts';
import { isSentence, withSubtitle, type Line } from './lines.ts';

/** How the names of sections end. */
const SECTION = /(?:課|室|部|局|所|センター)$/u;

/** `lines`: the heading of the pledges, then theirs. */
export function readPledges(lines: readonly Line[], draft: Draft, unplaced: Line[]): void {
  const [head, ...rest] = lines;
  if (!head) return;
  const { heading, subtitle } = withSubtitle(head.text);
  draft.policy.pledgesHeading = heading;
  if (subtitle) draft.policy.pledgesSubtitle = subtitle;
  const known = new Set(draft.sections.map(({ name }) => name));
  let section: DraftSection | undefined;
  for (const [index, line] of rest.entries()) {
    const { cells, text } = line;
    const next = rest[index + 1];
    if (cells) {
      if (!readRow(cells, draft)) unplaced.push(line);
    } else if (isSentence(text)) {
      const last = draft.pledges.at(-1);
      if (last && last.section === section) last.body.push(text);
      else if (section) draft.pledges.push({ section, units: [], body: [text] });
      else unplaced.push(line);
    } else if (
      !section ||
      known.has(text) ||
      SECTION.test(text) ||
      (next && !isSentence(next.text))
    )
      section = sectionOf(draft, text);
    else draft.pledges.push({ section, units: text.split('、'), body: [] });
  }
  sortSections(draft);
}

/**
 * One section: its name and its units on the left, what they pledge on the right. False where either
 * is missing.
 */
function readRow([left = [], right = []]: string[][], draft: Draft): boolean {
  const [name, ...units] = left;
  if (name === undefined || right.length === 0) return false;
  const section = sectionOf(draft, name);
  const split = units.flatMap((unit) => unit.split(/[ 　]+/u));
  const fitting = [units, split].find(({ length }) => length === right.length);
  if (fitting && fitting.length > 0)
    for (const [index, unit] of fitting.entries())
      draft.pledges.push({ section, units: unit.split('、'), body: [right[index] ?? ''] });
  // The table does not say which unit pledges what: all of them pledge all of it.
  else
    draft.pledges.push({ section, units: units.flatMap((unit) => unit.split('、')), body: right });
  return true;
}
