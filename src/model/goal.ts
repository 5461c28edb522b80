import { facts, NO_PLACE, objectOf, placeOf, printedPlace, words } from './fields.ts';

/** A goal of the policy; its text is the file's body. */
export const goalSchema = objectOf({
  ...printedPlace,
  title: words.describe('目標の題名'),
  /** The title above the goal's programmes, where it is printed differently there. */
  programmesTitle: words
    .describe('事業の一覧の上に印刷された題名。title と違うときだけ書く')
    .optional(),
  subtitle: words.describe('副題。印刷のとおりに書く').optional(),
  /** In the motto it is a link to the goal. */
  mottoWord: words
    .describe('標語の中の言葉。大きく出る一文の中で、この目標を指す言葉。印刷のとおりに書く')
    .optional(),
  /** Above the first list of the body. */
  listHeading: words
    .describe('一覧の見出し。本文の最初の一覧の上に印刷されたもの（例: 主な取組）')
    .optional(),
  facts: facts.optional(),
}).refine(placeOf, NO_PLACE);
