import type { z } from 'zod';
import { ordinal, record, words } from './fields.ts';

/** A principle of how the office works; its paragraphs are the file's body. */
export const principleSchema = record({ number: ordinal, title: words });

export type PrincipleData = z.infer<typeof principleSchema>;
