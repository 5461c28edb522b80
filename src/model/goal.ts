import type { z } from 'zod';
import { ordinal, record, words } from './fields.ts';

/** A goal of the policy; its paragraphs are the file's body. */
export const goalSchema = record({
  number: ordinal,
  title: words,
  /** The title above the goal's programmes, where it is printed differently there. */
  programmesTitle: words.optional(),
  subtitle: words,
});

export type GoalData = z.infer<typeof goalSchema>;
