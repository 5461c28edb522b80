import { objectOf, words } from './fields.ts';

/** A page of running text beside the plan, written in MDX (content/pages/). */
export const pageSchema = objectOf({
  description: words.describe('ページの説明の一文'),
  /** Stands at the foot of every page too. */
  publisher: words
    .describe(
      'だれのサイトか、区のサイトかどうか: 一、二文で。about だけに書き、全ページの下にも出る',
    )
    .optional(),
});
