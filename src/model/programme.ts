import {
  distinctBy,
  facts,
  id,
  listOf,
  marks,
  month,
  name,
  objectOf,
  position,
  words,
} from './fields.ts';

const once = distinctBy((given: string) => given, '同じidは一度だけ');

export const activitySchema = objectOf({
  id: id.describe('取組のid。公開したら変えない').meta({ header: 'id' }),
  text: words
    .describe('取組の文。時期は (9月) (年3回) (通年) のように文の中に書く')
    .meta({ header: '取組', meaning: '取組の言葉（括弧の中も含む）' }),
  marks: marks.optional(),
  months: listOf(month, '月')
    .superRefine(distinctBy((given: number) => given, '同じ月は一度だけ'))
    .optional()
    .describe('編集者が付ける月。原文の時期から月が決まらないときだけ書く（例: [4, 5]）')
    .meta({ header: '編集者が付けた月' }),
});

/** A programme with its activities; `goal` and `sections` name other files by id. */
export const programmeSchema = objectOf({
  number: position
    .describe('並びの順。小さい順に並ぶ。間に入れるときは 3.5 のようにも書ける')
    .meta({ header: '順' }),
  title: words.describe('事業の名前').meta({ header: '事業名' }),
  goal: id
    .describe('目標のid: goals/ のファイル名（.mdx を除く）')
    .meta({ header: '目標', meaning: '属する目標の名前', refers: 'goals' }),
  /** A heading between the goal and its programmes, such as 戦略1. */
  group: words
    .describe('目標の中の見出し（戦略、経営課題など）。続く事業が同じなら一度だけ出る')
    .meta({ header: '見出し', meaning: '目標の中の見出し（戦略など）' })
    .optional(),
  /** Other goals under which the plan prints it again (再掲). */
  repeatedUnder: listOf(id, '目標のid')
    .superRefine(once)
    .describe('再掲されている目標のid')
    .meta({ header: '再掲', meaning: '再掲されている目標の名前（「、」区切り）', refers: 'goals' })
    .optional(),
  sections: listOf(id, '担当課のid', 0)
    .superRefine(once)
    .describe('担当課のid: sections/ のファイル名を印刷の順に')
    .meta({
      header: '担当課',
      meaning: '担当する課の名前（「、」区切り、原文の順）',
      refers: 'sections',
    })
    .default([]),
  /** Owners that are no sections of this plan, in the words of the print. */
  otherOwners: listOf(name, '担当')
    .describe('課ではない担当（消防署など）の名前')
    .meta({ header: '課ではない担当', meaning: '課ではない担当の名前（欄の中で改行）' })
    .optional(),
  marks: marks.optional(),
  facts: facts.optional(),
  activities: listOf(activitySchema, '取組', 0).describe('取組。印刷の順に並べる').default([]),
});
