/** The document in chapters of a few screens each, for the edition with readings. */
import { planName, type Plan } from '#model/plan.ts';
import { urls } from '#urls.ts';
import { documentOf, flatten, type Block } from './blocks.ts';

export interface Chapter {
  /** Last part of its address. */
  id: string;
  /** Its name without printed numbers. */
  subject: string;
  /** The block whose heading it stands under, with other chapters. */
  group: Block | undefined;
  blocks: Block[];
}

/** The policy, then the programmes of each goal and the pledges of each section. */
export function chaptersOf(plan: Plan): Chapter[] {
  const policy: Chapter = {
    id: 'policy',
    subject: planName(plan.policy),
    group: undefined,
    blocks: [],
  };
  const chapters = [policy];
  for (const block of documentOf(plan).filter(({ kind }) => kind !== 'title'))
    if (block.kind === 'programmes' || block.kind === 'pledges')
      for (const child of block.children)
        chapters.push({
          id: child.id ?? '',
          subject: child.subject,
          group: block,
          blocks: [child],
        });
    else chapters.at(-1)?.blocks.push(block);
  return chapters;
}

const hrefs = new WeakMap<Plan, ReadonlyMap<string, string>>();

/** Where a fragment of the whole text is shown with readings; undefined: the contents list it. */
export function chapterHref(plan: Plan, fragment: string): string | undefined {
  const known = hrefs.get(plan) ?? new Map(chaptersOf(plan).flatMap(fragmentsOf));
  hrefs.set(plan, known);
  return known.get(fragment);
}

/** Each fragment of a chapter with its address; the chapter's own is its page. */
const fragmentsOf = ({ id, blocks }: Chapter): [string, string][] =>
  flatten(blocks).flatMap(({ block }): [string, string][] =>
    block.id === undefined
      ? []
      : [[block.id, urls.yomiganaChapter(id) + (block.id === id ? '' : `#${block.id}`)]],
  );
