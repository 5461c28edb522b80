import { objectOf, words } from './fields.ts';

/** A page of running text beside the plan, written in MDX (content/pages/). */
export const pageSchema = objectOf({ description: words.describe('ページの説明の一文') });
