/**
 * Reads a plan from plain text: a transcription of the print, or the text edition of a plan
 * (`plan.txt`). What is a heading shows in its number, in what follows it, in the blank lines above.
 */
import { readFiscalYear } from '#model/fiscal-year.ts';
import {
  emptyDraft,
  oneOf,
  squeezed,
  type Draft,
  type DraftGoal,
  type DraftProgramme,
  type DraftSection,
} from './draft.ts';
import { readPledges } from './transcription-pledges.ts';
import {
  isItem,
  isSentence,
  linesOfText,
  numbered,
  withSubtitle,
  type Line,
} from './transcription-lines.ts';

/** Printed marks as plans use them. */
const MARK = /[ 　](新規|拡充|拡大|重点|継続|充実|強化)$/u;
const ROMAN = /^(?<numeral>[IVX]+|[Ⅰ-Ⅻ]+)[ 　.．、]+(?<heading>.+)$/u;
const POINTER = /^[★☆]|[次つぎ]の?(?:頁|ページ)/u;
const REPEATED = '（再掲）';
/** Owners that are no sections of an office. */
const OTHER_OWNER = /(?:署|協議会|協会|公社|会)$/u;

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

/** Parts with the goals, which begin at `first`, and the principles. */
function readPolicy(lines: readonly Line[], first: number, draft: Draft, unplaced: Line[]): void {
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

/** `予算額 1,234千円` in `・予算額 1,234千円`. */
function factOf(item: string) {
  const [, label, value] = /^・(\S+) (.+)$/u.exec(item) ?? [];
  return label !== undefined && value !== undefined ? { label, value } : undefined;
}

function readProgrammes(lines: readonly Line[], draft: Draft, unplaced: Line[]): void {
  const { policy, goals } = draft;
  let goal = goals[0];
  let group: string | undefined;
  let current: DraftProgramme | undefined;
  let section: DraftSection | undefined;
  const repeats: { line: Line; goal: DraftGoal }[] = [];
  const isHead = (line: Line | undefined) =>
    line !== undefined && (line.bold || /.【[^【】]+】(?:（再掲）)?$/u.test(line.text));
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const head = numbered(line);
    if (head && goals[head.number - 1]) {
      goal = goals[head.number - 1];
      group = current = undefined;
      if (goal) Object.assign(goal, titlesOf(goal.title, head.words));
    } else if (isItem(line)) {
      const fact = section && factOf(line.text);
      if (section && fact) section.facts = [...(section.facts ?? []), fact];
      else if (current) current.activities.push(marked(line.text.slice(1)));
      else unplaced.push(line);
    } else if (/^【.*】$/u.test(line.text)) unplaced.push(line);
    else if (
      /マスコット|キャラクター/u.test(line.text) &&
      !isHead(line) &&
      index === lines.length - 2
    )
      policy.mascot = { caption: line.text, name: next?.text ?? '' };
    else if (policy.mascot?.name === line.text && index === lines.length - 1) continue;
    else if (goal && line.text.endsWith(REPEATED)) {
      repeats.push({ line, goal });
    } else if (goal && isHead(line)) current = programmeOf(line.text, goal, group, draft);
    else if (isSentence(line.text) && current) withBody(current, line.text);
    else if (draft.sections.some(({ name }) => name === line.text))
      // A plan without pledges prints its sections behind the programmes, with their facts.
      section = draft.sections.find(({ name }) => name === line.text);
    else if (goal && next && isItem(next) && next.blanks === 0)
      current = programmeOf(line.text, goal, group, draft);
    else if (goal && isHead(next)) group = line.text;
    else if (goal && !isSentence(line.text)) current = programmeOf(line.text, goal, group, draft);
    else unplaced.push(line);
  }
  for (const { line, goal } of repeats) {
    const { text, owners } = headOf(line.text.replace(REPEATED, '').trim());
    const own = draft.programmes.find(({ title }) => title === marked(text).text);
    if (own && ownersOf(own) === owners.join('、')) own.repeatedUnder.push(goal);
    else unplaced.push(line);
  }
}

/** What is printed like an activity above the body of a programme are its facts. */
function withBody(programme: DraftProgramme, text: string): void {
  const items = programme.activities.map((activity) => factOf(`・${activity.text}`));
  if (programme.body.length === 0 && items.length > 0 && !items.includes(undefined)) {
    programme.facts = items.filter((fact) => fact !== undefined);
    programme.activities = [];
  }
  programme.body.push(text);
}

const ownersOf = ({ sections, otherOwners }: DraftProgramme) =>
  [...sections.map(({ name }) => name), ...otherOwners].join('、');

/** `title`, its own title above the programmes where it is another, and the subtitle. */
function titlesOf(title: string, printed: string) {
  const rest = printed.startsWith(title) ? printed.slice(title.length).trim() : undefined;
  if (rest !== undefined) return rest === '' ? {} : { subtitle: rest };
  const { heading, subtitle } = withSubtitle(printed);
  return { ...(heading !== title && { programmesTitle: heading }), ...(subtitle && { subtitle }) };
}

function headOf(text: string) {
  const [, owners = ''] = /【([^【】]+)】$/u.exec(text) ?? [];
  const title = owners ? text.slice(0, -owners.length - 2).trim() : text;
  return { text: title, owners: owners.split('、').filter(Boolean) };
}

/** Words and the marks behind them. */
function marked(text: string): { text: string; marks?: string[] } {
  const [found, mark] = MARK.exec(text) ?? [];
  if (found === undefined || mark === undefined) return { text };
  const before = marked(text.slice(0, -found.length));
  return { text: before.text, marks: [...(before.marks ?? []), mark] };
}

function programmeOf(
  printed: string,
  goal: DraftGoal,
  group: string | undefined,
  draft: Draft,
): DraftProgramme {
  const { text, owners } = headOf(printed);
  const { text: title, marks } = marked(text);
  const isOther = (name: string) =>
    OTHER_OWNER.test(name) &&
    !draft.sections.some((section) => squeezed(section.name) === squeezed(name));
  const made: DraftProgramme = {
    title,
    goal,
    group,
    repeatedUnder: [],
    sections: owners
      .filter((name) => !isOther(name))
      .map((name) =>
        oneOf(
          draft.sections,
          (section) => section.name,
          name,
          () => ({ name }),
        ),
      ),
    otherOwners: owners.filter(isOther),
    marks,
    body: [],
    activities: [],
  };
  draft.programmes.push(made);
  return made;
}
