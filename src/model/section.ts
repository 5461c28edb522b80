import { facts, kana, listOf, objectOf, position, words } from './fields.ts';

/** A section of the ward office. `kana` is our reading, for the order by 五十音. */
export const sectionSchema = objectOf({
  name: words.describe('課の名前'),
  kana: kana.describe('ひらがなの読み'),
  order: position.describe('並びの順。小さい順に並ぶ').meta({ header: '順' }),
  facts: facts.optional(),
});

const collator = new Intl.Collator('ja');

/** A copy in the order of the readings (五十音順). */
export function byKana<Noun extends { kana: string }>(nouns: readonly Noun[]): Noun[] {
  return [...nouns].sort((a, b) => collator.compare(a.kana, b.kana));
}

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
