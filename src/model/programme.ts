import type { z } from 'zod';
import { id, listOf, ordinal, record, words } from './fields.ts';

const activity = record({
  id: id.describe('取組のid。公開したら変えない'),
  text: words.describe('取組の文。時期は (9月) (年3回) (通年) のように文の中に書く'),
});

/** A programme with its activities; `goal` and `sections` name other files by id. */
export const programmeSchema = record({
  number: ordinal.describe('計画全体の通し番号。目標の順に続ける'),
  title: words.describe('事業の名前'),
  goal: id.describe('目標のid: goals/ のファイル名（.mdx を除く）'),
  sections: listOf(id, '担当課のid').describe('担当課のid: sections/ のファイル名を印刷の順に'),
  activities: listOf(activity, '取組').describe('取組を印刷の順に'),
});

export type ActivityData = z.infer<typeof activity>;
export type ProgrammeData = z.infer<typeof programmeSchema>;
