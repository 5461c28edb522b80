/** The plain-text edition: the words as the site shows them, in the order of the print. */
import { documentOf } from '#document/blocks.ts';
import { linesOf, type Line } from '#document/lines.ts';
import type { Plan } from '#model/plan.ts';

export const planTxt = (plan: Plan): string =>
  `${linesOf(documentOf(plan)).map(printed).join('\n').replace(/^\n+/, '')}\n`;

function printed(line: Line): string {
  if (line.kind === 'item') return `・${line.text}`;
  if (line.kind === 'paragraph') return `\n${line.text}`;
  return `${'\n'.repeat(line.level < 3 ? 2 : 1)}${line.text}`;
}
