/** What other wards print, or the next edition brings: each joins the plan, and every word is kept. */
import { expect, it } from 'vitest';
import { documentOf } from '#document/blocks.ts';
import { linesOf } from '#document/lines.ts';
import { planFile } from '#export/json.ts';
import { planFileSchema } from '#export/schema.ts';
import { readPlan } from '#reader/read.ts';
import { changedContent, changes } from './changed-content.ts';

const changed = changedContent();

it.each(changes<{ words: string[] }>('honest-edits'))(
  'an honest edit is published: %s',
  async (_, { change, words }) => {
    const plan = await readPlan(changed(change));
    expect(linesOf(documentOf(plan)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(words),
    );
    planFileSchema.parse(JSON.parse(JSON.stringify(planFile(plan))));
  },
);
