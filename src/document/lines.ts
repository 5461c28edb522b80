/** The document as lines, for the editions that are plain text or one bare HTML file. */
import { factText } from '#model/fields.ts';
import { t } from '#strings.ts';
import { paragraphsOf, type Body } from '#text/body.ts';
import { flatten, isItem, type Block } from './blocks.ts';

export type Line = { text: string; id?: string | undefined } & (
  { kind: 'heading'; level: number } | { kind: 'paragraph' } | { kind: 'item' }
);

export const linesOf = (blocks: readonly Block[]): Line[] =>
  flatten(blocks).flatMap(({ block, depth }) => {
    const [first, ...others] = blockLines(block, depth);
    return first ? [{ ...first, id: block.id }, ...others] : [];
  });

const paragraph = (text: string): Line => ({ kind: 'paragraph', text });
const item = (text: string): Line => ({ kind: 'item', text });

function blockLines(block: Block, level: number): Line[] {
  const { heading, suffix, lead, subtitle, marks = [], facts = [] } = block;
  if (isItem(block)) return [item([block.subject, ...marks, ...facts.map(factText)].join(' '))];
  const text = [heading, ...marks, suffix].filter((words) => words !== undefined).join(' ');
  return [
    ...(heading === undefined ? [] : [{ kind: 'heading', level, text } as const]),
    ...[lead, subtitle].flatMap((words) => (words === undefined ? [] : paragraph(words))),
    ...facts.map((fact) => item(factText(fact))),
    ...bodyLines(block.body),
  ];
}

function bodyLines(body: Body): Line[] {
  return body.flatMap((node) => {
    if (node.type === 'image') return paragraph(t.full.image(node.alt));
    if (node.type !== 'list') return paragraphsOf([node]).map(paragraph);
    return node.children.flatMap((child, index) => {
      const number = node.ordered ? `${String(node.start + index)}. ` : '';
      return paragraphsOf([child]).map((text) => item(number + text));
    });
  });
}
