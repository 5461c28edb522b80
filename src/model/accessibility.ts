import { z } from 'zod';
import { date, id, listOf, objectOf, words } from './fields.ts';

const count = z.int({ error: '0以上の整数' }).min(0, { error: '0以上の整数' });

/** One kind of test: how many ran, and how many of them found something. */
const check = objectOf({ id, tests: count, failed: count });

/** The last recorded run of the accessibility tests; `npm run report` writes it. */
export const accessibilitySchema = objectOf({
  date,
  browser: words,
  tools: listOf(words, '試験の道具'),
  /** The screen reader that was heard, and the browser that it read. */
  reader: words.optional(),
  pages: count,
  checks: listOf(check, '試験'),
});

export type Accessibility = z.infer<typeof accessibilitySchema>;
