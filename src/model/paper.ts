import { z } from 'zod';
import { objectOf, words } from './fields.ts';

const sides = z.int({ error: '1以上の整数' }).min(1, { error: '1以上の整数' });

/** Printed sides of each edition on paper, as counted; `npm run sheets` writes it. */
export const paperSchema = objectOf({
  /** Of the words that were printed: `printedHash` in document/counted-sides.ts. */
  words: words.regex(/^[0-9a-f]{64}$/, { error: '64桁の16進数（sha256）' }),
  browser: words,
  sheet: sides,
  large: sides,
  poster: sides.optional(),
});

export type Paper = z.infer<typeof paperSchema>;
export type Edition = 'sheet' | 'large' | 'poster';
