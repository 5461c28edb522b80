/** The document as lines, for the editions that are plain text or one bare HTML file. */
import { factText } from '#model/fields.ts';
import { t } from '#strings.ts';
import { paragraphsOf, wordsOf, type Body } from '#text/body.ts';
import { flatten, isItem, type Block } from './blocks.ts';

export type Line =
  | { kind: 'heading'; level: number; text: string; id?: string | undefined }
  | { kind: 'paragraph'; text: string; id?: string | undefined }
  | { kind: 'item'; text: string; id?: string | undefined };

export const linesOf = (blocks: readonly Block[]): Line[] =>
  flatten(blocks).flatMap(({ block, depth }) => blockLines(block, depth));

function blockLines(block: Block, level: number): Line[] {
  const { heading, suffix, lead, subtitle, id, marks = [], facts = [] } = block;
  if (isItem(block))
    return [
      { kind: 'item', text: [block.subject, ...marks, ...facts.map(factText)].join(' '), id },
    ];
  const text = [heading, ...marks, suffix].filter((words) => words !== undefined).join(' ');
  return [
    ...(heading === undefined ? [] : [{ kind: 'heading', level, text, id } as const]),
    ...[lead, subtitle]
      .filter((text) => text !== undefined)
      .map((text): Line => ({ kind: 'paragraph', text })),
    ...facts.map((fact): Line => ({ kind: 'item', text: factText(fact) })),
    ...bodyLines(block.body).map((line, index) =>
      heading === undefined && index === 0 ? { ...line, id } : line,
    ),
  ];
}

function bodyLines(body: Body): Line[] {
  return body.flatMap((block): Line[] => {
    if (block.type === 'paragraph') return [{ kind: 'paragraph', text: wordsOf(block.children) }];
    if (block.type === 'image') return [{ kind: 'paragraph', text: t.full.image(block.alt) }];
    if (block.type === 'list')
      return block.children.flatMap((item, index) =>
        paragraphsOf(item).map((text): Line => ({
          kind: 'item',
          text: block.ordered ? `${String(block.start + index)}. ${text}` : text,
        })),
      );
    return paragraphsOf([block]).map((text): Line => ({ kind: 'paragraph', text }));
  });
}
