/** What the interface calls the plan's nouns, where the plan's own headings do not say it. */
import type { z } from 'zod';
import { objectOf, words } from './fields.ts';
import type { Policy } from './plan.ts';

export const termsSchema = objectOf({
  goal: words.describe('目標の呼び方（例: 重点目標）').optional(),
  programme: words.describe('事業の呼び方（例: 事業、施策）').optional(),
  programmes: words.describe('メニューでの、事業の一覧の短い名前').optional(),
  section: words.describe('担当の呼び方（例: 課、部）').optional(),
  sections: words.describe('検索での、課の一覧の名前（例: 課・事務所）').optional(),
  unit: words.describe('課の中の単位の呼び方（例: 係・担当）').optional(),
  pledge: words.describe('各職場の目標の呼び方（例: 取組目標）').optional(),
  pledges: words.describe('メニューでの、各職場の目標の短い名前').optional(),
  principle: words.describe('組織運営の考え方の呼び方').optional(),
  office: words.describe('計画を作ったところの呼び方（例: 区、局）').optional(),
});
export type GivenTerms = z.infer<typeof termsSchema>;
export type Terms = { [Name in keyof GivenTerms]-?: string };

/** The given terms; for the rest the headings of the print, or words that are true of every plan. */
export function termsOf(given: GivenTerms, policy: Policy): Terms {
  const { programmesHeading, pledgesHeading, principlesPart } = policy;
  const section = given.section ?? '部署';
  return {
    goal: '目標',
    programme: '事業',
    programmes: programmesHeading || '事業',
    section,
    sections: section,
    unit: '係・担当',
    pledge: pledgesHeading || '目標',
    pledges: pledgesHeading || '目標',
    principle: principlesPart?.heading ?? '考え方',
    office: '役所',
    ...(given as Partial<Terms>),
  };
}
