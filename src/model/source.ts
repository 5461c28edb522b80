import { z } from 'zod';
import { objectOf, words } from './fields.ts';

/** The transcription that the plan's words were taken from, so that anyone can check them. */
export const sourceSchema = objectOf({
  /** Its name, as the site shows it. */
  name: words.describe('原文の書き起こしの名前'),
  file: words.describe('書き起こしのファイル名'),
  sha256: z
    .string({ error: '64桁の16進数（sha256）' })
    .regex(/^[0-9a-f]{64}$/, { error: '64桁の16進数（sha256）' })
    .meta({ errorMessage: '64桁の16進数（sha256）' })
    .describe('書き起こしの指紋（sha256sum の結果）'),
});

export type Source = z.infer<typeof sourceSchema>;
