import { z } from 'zod';
import {
  date,
  facts,
  NO_PLACE,
  objectOf,
  placeOf,
  position,
  printedPlace,
  words,
  wordsLike,
} from './fields.ts';

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

/**
 * A chapter of the policy (I, II, III); its text is the file's body, `lead` is the line set large
 * under its heading. The part that holds neither goals nor principles is the motto.
 */
export const partSchema = objectOf({
  order: position.describe('並びの順。小さい順に並ぶ'),
  numeral: words.describe('部の番号。印刷のとおりに書く').optional(),
  heading: words.describe('部の見出し'),
  lead: words.describe('見出しの下に大きく出る一文').optional(),
  /** The second line of a motto. */
  subtitle: words.describe('副題。大きく出る一文の下の2行目。印刷のとおりに書く').optional(),
  holds: z
    .enum(['goals', 'principles'], { error: 'goals（目標）か principles（組織運営の考え方）' })
    .describe('この部の下に並ぶもの: goals（目標）か principles（組織運営の考え方）')
    .meta({ labels: { goals: '目標', principles: '組織運営の考え方' } })
    .optional(),
});

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

/** A principle of how the office works; its paragraphs are the file's body. */
export const principleSchema = objectOf({
  ...printedPlace,
  title: words.describe('題名'),
}).refine(placeOf, NO_PLACE);
