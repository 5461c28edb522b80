/** What is recorded beside the words of the plan: their source, and what the site was tested for. */
import type { z } from 'zod';
import { date, id, listOf, objectOf, text, whole, words } from './fields.ts';

const sha256 = text(/^[0-9a-f]{64}$/, '64桁の16進数（sha256）');

/** The transcription that the plan's words were taken from, so that anyone can check them. */
export const sourceSchema = objectOf({
  /** Its name, as the site shows it. */
  name: words.describe('原文の書き起こしの名前'),
  file: words.describe('書き起こしのファイル名'),
  sha256: sha256.describe('書き起こしの指紋（sha256sum の結果）'),
});

const sides = whole('1以上の整数', 1);

/** Printed sides of each edition on paper, as counted; `npm run sheets` writes it. */
export const paperSchema = objectOf({
  /** Of the words that were printed: `printedHash` in document/counted-sides.ts. */
  words: sha256,
  browser: words,
  sheet: sides,
  large: sides,
  poster: sides.optional(),
});

export type Paper = z.infer<typeof paperSchema>;
export type Edition = 'sheet' | 'large' | 'poster';

const count = whole('0以上の整数', 0);

/** The last recorded run of the accessibility tests; `npm run report` writes it. */
export const accessibilitySchema = objectOf({
  date,
  browser: words,
  tools: listOf(words, '試験の道具'),
  /** The screen reader that was heard, and the browser that it read. */
  reader: words.optional(),
  pages: count,
  /** Of each kind of test: how many ran, and how many of them found something. */
  checks: listOf(objectOf({ id, tests: count, failed: count }), '試験'),
});

export type Accessibility = z.infer<typeof accessibilitySchema>;
