import type { z } from 'zod';
import { facts, ordinal, objectOf, words } from './fields.ts';

/** A goal of the policy; its text is the file's body. */
export const goalSchema = objectOf({
  number: ordinal.describe('目標の番号'),
  title: words.describe('目標の題名'),
  /** The title above the goal's programmes, where it is printed differently there. */
  programmesTitle: words
    .describe('事業の一覧の上に印刷された題名。title と違うときだけ書く')
    .optional(),
  subtitle: words.describe('副題。印刷のとおりに書く').optional(),
  facts: facts.optional(),
});

export type GoalData = z.infer<typeof goalSchema>;
