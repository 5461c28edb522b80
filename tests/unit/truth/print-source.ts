/**
 * Prints the plan back into the form of its source transcription, by applying the corrections
 * ledger backwards. It reads the linked plan and nothing else, so what it prints is what the site
 * has to show.
 */
import type { Correction } from '#model/correction.ts';
import type { Plan } from '#model/plan.ts';

/** Stands between two cells of the table until the table's own marks are printed. */
const CELL = '\0';
/** Between the two columns of the table; between a programme's title and its owners. */
const COLUMN = '\t';
/** Blank lines of the source that come from the paper's pages, by line. */
const PAGE_BREAKS = new Map([
  [79, ' '],
  [89, ''],
]);
const TABLE_BREAK = 141;

interface Line {
  kind: 'text' | 'blank' | 'furniture' | 'page' | 'cut' | 'programme' | 'activity' | 'row';
  text: string;
}

/** The source's text. Throws where a row of the ledger does not fit exactly one place. */
export function printSource(plan: Plan): string {
  const lines = shownLines(plan);
  const words = plan.corrections.filter((row) => row.status === 'corrected');
  const places = plan.corrections.flatMap((row) => (row.status === 'rule' ? row.places : []));
  for (const row of [...words, ...places]) {
    const line = lines[row.line - 1];
    if (!line) throw new Error(`line ${String(row.line)} is beyond the end`);
    line.text = swap(line.text, row.shown.replaceAll('｜', CELL), row.source);
  }
  return lines.flatMap((line) => layOut(line, plan.corrections) ?? []).join('\n');
}

/** The plan's words, line for line where the source has them, free of the transcription's marks. */
export function shownLines(plan: Plan): Line[] {
  const lines: Line[] = [];
  const add = (text: string, kind: Line['kind'] = text === '' ? 'blank' : 'text') => {
    const breakText = PAGE_BREAKS.get(lines.length + 1);
    if (breakText !== undefined) lines.push({ kind: 'page', text: breakText });
    if (lines.length + 1 === TABLE_BREAK) lines.push({ kind: 'cut', text: '' });
    lines.push({ kind, text });
  };
  const blanks = (count: number) => Array.from({ length: count }, () => add(''));
  const block = (...texts: string[]) => {
    for (const text of texts) {
      add(text);
      add('');
    }
  };
  const { policy, parts, goals, principles, sections } = plan;

  blanks(2);
  block(policy.title);
  for (const [index, part] of parts.entries()) {
    block(`${part.numeral ?? ''} ${part.heading}`);
    if (part.lead !== undefined) block(part.lead);
    if (index === 0) blanks(2);
    if (index === 1)
      for (const { number, title, paragraphs } of goals)
        block(`${String(number)} ${title}`, ...paragraphs);
    if (index === 2) for (const { title, paragraphs } of principles) block(title, ...paragraphs);
  }
  block(policy.pointer ?? '', policy.programmesHeading);
  for (const goal of goals) {
    block(`${String(goal.number)} ${goal.programmesTitle} ${goal.subtitle ?? ''}`);
    add(`【${policy.programmesHeading}】`, 'furniture');
    add('', 'furniture');
    for (const programme of goal.programmes) {
      const owners = programme.sections.map((section) => section.name).join('、');
      add(`${programme.title}${COLUMN}${owners}`, 'programme');
      for (const activity of programme.activities) add(activity.text, 'activity');
    }
    add('');
  }
  blanks(2);
  if (policy.mascot) {
    add(policy.mascot.caption);
    add(policy.mascot.name);
  }
  blanks(3);
  block(`${policy.pledgesHeading} ${policy.pledgesSubtitle ?? ''}`);
  for (const section of sections) {
    const units = section.pledges.map((pledge) => pledge.units.join('、')).filter(Boolean);
    const paragraphs = section.pledges.flatMap((pledge) => pledge.paragraphs);
    add(`${[section.name, ...units].join(CELL)}${COLUMN}${paragraphs.join(CELL)}`, 'row');
  }
  return lines;
}

/** A line with the transcription's marks, as far as the ledger tells of them. */
function layOut({ kind, text }: Line, ledger: readonly Correction[]): string | undefined {
  const told = (id: string) => ledger.some((row) => row.status === 'rule' && row.id === id);
  switch (kind) {
    case 'text':
      return text;
    case 'blank':
      return told('kugyo') ? text : undefined;
    case 'furniture':
      return told('midashi-no-kurikaeshi') ? text : undefined;
    case 'page':
      return told('kai-peji') ? text : undefined;
    case 'cut':
      return told('hyo-no-kireme') ? text : undefined;
    case 'programme':
      return told('jigyo-no-kigo') ? text.replace(/^(.*)\t(.*)$/, '- **$1** 【$2】') : text;
    case 'activity':
      return told('chuten') ? ` - ・${text}` : text;
    case 'row':
      if (!told('hyo-no-danraku')) return text;
      return text
        .split(COLUMN)
        .map((column) => `<p>${column.replaceAll(CELL, '</p> <p>')}</p>`)
        .join(COLUMN);
  }
}

function swap(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`${from} stands ${String(parts.length - 1)} times in ${text}`);
  return parts.join(to);
}
