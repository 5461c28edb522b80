import type { z } from 'zod';
import { hasPlace, NO_PLACE, objectOf, printedPlace, words } from './fields.ts';

/** A principle of how the office works; its paragraphs are the file's body. */
export const principleSchema = objectOf({
  ...printedPlace,
  title: words.describe('題名'),
}).refine(hasPlace, NO_PLACE);

export type PrincipleData = z.infer<typeof principleSchema>;
