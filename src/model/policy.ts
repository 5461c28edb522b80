import { z } from 'zod';
import { id, listOf, record, words } from './fields.ts';

/** One numbered part of the policy (I, II, III); `lead` is the line set large under its heading. */
const part = record({ id, numeral: words, heading: words, lead: words.optional() });

/** The plan's own frame: what stands around goals, programmes and pledges. */
export const policySchema = record({
  city: words,
  ward: words,
  /** Names the fiscal year: it is read from here (令和元年度 …). */
  title: words,
  /** Exactly three: the motto, the goals, the principles. */
  parts: listOf(part, '部', 3).max(3, { error: '部をちょうど3つ' }),
  /** The line that sends a reader of the paper on to the next page. */
  pointer: words,
  programmesHeading: words,
  pledgesHeading: words,
  pledgesSubtitle: words,
  mascot: record({ caption: words, name: words }).optional(),
});

export type PolicyData = z.infer<typeof policySchema>;
