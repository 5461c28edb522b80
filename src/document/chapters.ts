/** The document in chapters of a few screens each, for the edition with readings. */
import { memoized } from '#model/memoized.ts';
import { planName, type Plan } from '#model/plan.ts';
import { labels } from '#strings.ts';
import { urls } from '#urls.ts';
import { documentOf, flatten, isItem, type Block } from './blocks.ts';

export interface Chapter {
  /** Last part of its address. */
  id: string;
  /** Its name without printed numbers, and as it is printed. */
  subject: string;
  heading: string;
  /** What it stands under, with other chapters. */
  group: { id: string; heading: string } | undefined;
  blocks: Block[];
}

/** The policy, then the programmes of each goal and the pledges of each section. */
export function chaptersOf(plan: Plan): Chapter[] {
  const name = planName(plan.policy);
  const policy = { id: 'policy', subject: name, heading: name, group: undefined, blocks: [] };
  const chapters: Chapter[] = [policy];
  for (const block of documentOf(plan).filter(({ kind }) => kind !== 'title'))
    if (block.kind === 'programmes' || block.kind === 'pledges')
      chapters.push(...partsOf(block, block.heading ?? labels(plan).section.list));
    else chapters.at(-1)?.blocks.push(block);
  return chapters;
}

/** A chapter for each block below a heading; one for all of them where all are no more than a name. */
function partsOf({ id = '', ...block }: Block, heading: string): Chapter[] {
  const group = { id, heading };
  if (block.children.every(isItem))
    return [
      { id, subject: heading, heading, group, blocks: [{ ...block, id, heading: undefined }] },
    ];
  return block.children.map((child) => ({
    id: child.id ?? '',
    subject: child.subject,
    heading: child.heading ?? child.subject,
    group,
    blocks: [child],
  }));
}

/** Each fragment of a chapter with its address; the chapter's own is its page. */
const fragmentsOf = ({ id, blocks }: Chapter): [string, string][] =>
  flatten(blocks).flatMap(({ block }): [string, string][] =>
    block.id === undefined
      ? []
      : [[block.id, urls.yomiganaChapter(id) + (block.id === id ? '' : `#${block.id}`)]],
  );

const hrefs = memoized((plan: Plan) => new Map(chaptersOf(plan).flatMap(fragmentsOf)));

/** Where a fragment of the whole text is shown with readings; undefined: the contents list it. */
export const chapterHref = (plan: Plan, fragment: string): string | undefined =>
  hrefs(plan).get(fragment);
