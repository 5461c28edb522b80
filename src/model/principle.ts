import type { z } from 'zod';
import { ordinal, objectOf, words } from './fields.ts';

/** A principle of how the office works; its paragraphs are the file's body. */
export const principleSchema = objectOf({
  number: ordinal.describe('番号'),
  title: words.describe('題名'),
});

export type PrincipleData = z.infer<typeof principleSchema>;
