/** The order of the syllabary, in its rows. Pure. */
import { isKana, normalize } from './normal-form.ts';

const HEADS = Array.from('あかさたなはまやらわ');

/** Sorts by reading and cuts into あ, か, さ … rows, the last without head for what is no kana. */
export function kanaRows<Item extends { kana: string }>(items: readonly Item[]) {
  const { compare } = new Intl.Collator('ja');
  const keyed = items.map((item) => ({ item, key: normalize(item.kana) }));
  const rows = Map.groupBy(
    keyed.sort((a, b) => compare(a.key, b.key)),
    ({ key }) => (isKana(key.charAt(0)) ? HEADS.findLast((head) => compare(head, key) <= 0) : ''),
  );
  return [...HEADS, ''].flatMap((head) => {
    const row = rows.get(head)?.map(({ item }) => item);
    return row ? [{ head, items: row }] : [];
  });
}
