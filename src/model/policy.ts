import { z } from 'zod';
import { facts, id, listOf, objectOf, words } from './fields.ts';

/**
 * One numbered part of the policy (I, II, III); `lead` is the line set large under its heading. The
 * part that holds neither goals nor principles is the motto.
 */
export const partSchema = objectOf({
  id: id.describe('部のid'),
  numeral: words.describe('部の番号。印刷のとおりに書く').optional(),
  heading: words.describe('部の見出し'),
  lead: words.describe('見出しの下に大きく出る一文').optional(),
  holds: z
    .enum(['goals', 'principles'], { error: 'goals（目標）か principles（組織運営の考え方）' })
    .describe('この部の下に並ぶもの: goals（目標）か principles（組織運営の考え方）')
    .optional(),
});

/** What is printed around goals, programmes and pledges: titles, parts, headings, mascot. */
export const policySchema = objectOf({
  city: words.describe('市や区の名前（区の上の自治体）'),
  ward: words.describe('区の名前'),
  /** Names the fiscal year: it is read from here (令和元年度 …). */
  title: words.describe('計画の題名。年度はここから読み取られる'),
  parts: listOf(partSchema, '部', 0)
    .describe('印刷の順の部。目標と組織運営の考え方が並ぶ部に holds を書く')
    .default([]),
  /** The line that sends a reader of the paper on to the next page. */
  pointer: words.describe('次の頁への案内の一文').optional(),
  programmesHeading: words.describe('事業の一覧の見出し。事業があるときは要る').optional(),
  pledgesHeading: words.describe('取組目標の見出し。取組目標があるときは要る').optional(),
  pledgesSubtitle: words.describe('取組目標の副題').optional(),
  facts: facts.optional(),
  licence: objectOf({
    name: words.describe('利用条件の名前。計画のことばの権利者が示したとおりに書く'),
    url: words
      .regex(/^https?:\/\/\S+$/, { error: 'https:// で始まるアドレス' })
      .meta({ errorMessage: 'https:// で始まるアドレス' })
      .describe('利用条件のページ')
      .optional(),
  })
    .describe('計画のことばの利用条件')
    .optional(),
  mascot: objectOf({
    caption: words.describe('マスコットの説明'),
    name: words.describe('マスコットの名前'),
  })
    .describe('マスコット')
    .optional(),
});

export type Part = z.infer<typeof partSchema>;
export type PolicyData = z.infer<typeof policySchema>;
