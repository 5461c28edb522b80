import { NO_PLACE, objectOf, placeOf, printedPlace, words } from './fields.ts';

/** A principle of how the office works; its paragraphs are the file's body. */
export const principleSchema = objectOf({
  ...printedPlace,
  title: words.describe('題名'),
}).refine(placeOf, NO_PLACE);
