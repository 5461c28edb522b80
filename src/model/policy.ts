import { z } from 'zod';
import { date, facts, objectOf, words, wordsLike } from './fields.ts';

const OFFICIAL = 'true（公式）か false（非公式）';

/** What is printed around goals, programmes and pledges: titles, headings, mascot. */
export const policySchema = objectOf(
  {
    city: words.describe('市や区の名前（区の上の自治体）'),
    ward: words.describe('区の名前'),
    /** Names the fiscal year: it is read from here (令和元年度 …). */
    title: words.describe('計画の題名。年度はここから読み取られる'),
    /** The line that sends a reader of the paper on to the next page. */
    pointer: words.describe('次の頁への案内の一文').optional(),
    goalsHeading: words
      .describe('目標の見出し。目標の並びの上に印刷されたもの（例: 3つの柱）')
      .optional(),
    programmesHeading: words.describe('事業の一覧の見出し。事業があるときは要る').optional(),
    pledgesHeading: words.describe('取組目標の見出し。取組目標があるときは要る').optional(),
    pledgesSubtitle: words.describe('取組目標の副題').optional(),
    facts: facts.optional(),
    official: z
      .boolean({ error: OFFICIAL })
      .describe('公式か非公式か: 計画を作ったところのサイトなら公式。非公式なら全ページの上に出る')
      .meta({
        labels: { true: '公式', false: '非公式' },
        errorMessage: OFFICIAL,
      })
      .optional(),
    updated: date.describe('最終更新日。計画のことばを最後に改めた日（例: 2000-01-31）').optional(),
    licence: objectOf({
      name: words.describe('利用条件の名前。計画のことばの権利者が示したとおりに書く'),
      url: wordsLike(/^https?:\/\/\S+$/, 'https:// で始まるアドレス')
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
  },
  { parts: '部は、content/parts/ に1つずつのファイルで書く（例: parts/hajimeni.mdx）' },
);
