import { facts, kana, position, objectOf, words } from './fields.ts';

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
