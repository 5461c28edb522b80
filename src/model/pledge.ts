import { listOf, position, objectOf, words } from './fields.ts';

/**
 * A pledge; its paragraphs are the file's body, its folder names its section.
 * No units: the section itself pledges.
 */
export const pledgeSchema = objectOf({
  order: position
    .describe('課の中での並びの順。小さい順に並ぶ')
    .meta({ header: '順', meaning: '課の中での順' }),
  units: listOf(words, '係・担当・園', 0)
    .describe('係・担当・園。印刷の順に並べる。課そのものの目標なら空')
    .meta({ meaning: '目標をかかげる係・担当・園（欄の中で改行）' })
    .default([]),
});
