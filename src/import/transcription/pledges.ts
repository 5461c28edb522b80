/** The pledges of a transcription: a table of `<p>` cells, or headings with paragraphs below. */
import { oneOf, type Draft, type DraftSection } from '#import/draft.ts';
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
  const before = draft.sections.length;
  const known = new Set(draft.sections.map(({ name }) => name));
  const sectionOf = (name: string) =>
    oneOf(
      draft.sections,
      (section) => section.name,
      name,
      () => ({ name }),
    );
  let section: DraftSection | undefined;
  for (const [index, line] of rest.entries()) {
    const { cells, text } = line;
    const next = rest[index + 1];
    if (cells) readRow(cells, sectionOf, draft, () => unplaced.push(line));
    else if (isSentence(text)) {
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
      section = sectionOf(text);
    else draft.pledges.push({ section, units: text.split('、'), body: [] });
  }
  inPrintedOrder(draft, before);
}

/** One section: its name and its units on the left, what they pledge on the right. */
function readRow(
  [left = [], right = []]: string[][],
  sectionOf: (name: string) => DraftSection,
  draft: Draft,
  refuse: () => void,
): void {
  const [name, ...units] = left;
  if (name === undefined || right.length === 0) {
    refuse();
    return;
  }
  const section = sectionOf(name);
  const split = units.flatMap((unit) => unit.split(/[ 　]+/u));
  const fitting = [units, split].find(({ length }) => length === right.length);
  if (fitting && fitting.length > 0)
    for (const [index, unit] of fitting.entries())
      draft.pledges.push({ section, units: unit.split('、'), body: [right[index] ?? ''] });
  // Which unit pledges what is not said: they pledge it together.
  else
    draft.pledges.push({ section, units: units.flatMap((unit) => unit.split('、')), body: right });
}

/** Sections stand in the order of their pledges; those that only own programmes follow. */
function inPrintedOrder(draft: Draft, owners: number): void {
  const order = [...new Set(draft.pledges.map(({ section }) => section))];
  const others = draft.sections.slice(0, owners).filter((section) => !order.includes(section));
  const rest = draft.sections.slice(owners).filter((section) => !order.includes(section));
  draft.sections.splice(0, draft.sections.length, ...order, ...others, ...rest);
}
