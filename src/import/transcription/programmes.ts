/** The programmes of a transcription under their goals, with their activities and the mascot. */
import {
  sectionOf,
  squeezed,
  type Draft,
  type DraftGoal,
  type DraftProgramme,
  type DraftSection,
} from '#import/draft.ts';
import { factOf, isItem, isSentence, numbered, withSubtitle, type Line } from './lines.ts';

/** Printed marks as plans use them. */
const MARK = /[ 　](新規|拡充|拡大|重点|継続|充実|強化)$/u;
const REPEATED = '（再掲）';
/** Owners that are no sections of an office. */
const OTHER_OWNER = /(?:署|協議会|協会|公社|会)$/u;

export function readProgrammes(lines: readonly Line[], draft: Draft, unplaced: Line[]): void {
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
    sections: owners.filter((name) => !isOther(name)).map((name) => sectionOf(draft, name)),
    otherOwners: owners.filter(isOther),
    marks,
    body: [],
    activities: [],
  };
  draft.programmes.push(made);
  return made;
}
