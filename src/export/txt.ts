/** The plain-text twin: the words as the site shows them, in the source's order. */
import type { Plan } from '#model/plan.ts';
import { outline, type Block } from './outline.ts';

export const planTxt = (plan: Plan): string =>
  `${outline(plan).map(line).join('\n').replace(/^\n+/, '')}\n`;

function line(block: Block): string {
  if (block.kind === 'item') return `・${block.text}`;
  if (block.kind === 'paragraph') return `\n${block.text}`;
  return `${'\n'.repeat(block.level < 3 ? 2 : 1)}${block.text}`;
}
