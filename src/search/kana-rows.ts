/** The order of the syllabary, in its rows. Pure. */
import { isKana, normalize } from './normal-form.ts';

const HEADS = Array.from('あかさたなはまやらわ');

export interface KanaRow<Item> {
  /** The row's first kana; empty for what does not begin with kana. */
  head: string;
  items: Item[];
}

/** Sorts by reading and cuts into あ, か, さ … rows; empty rows are left out. */
export function kanaRows<Item extends { kana: string }>(items: readonly Item[]): KanaRow<Item>[] {
  const { compare } = new Intl.Collator('ja');
  const keyed = items.map((item) => ({ item, key: normalize(item.kana) }));
  const inOrder = keyed.sort((a, b) => compare(a.key, b.key));
  const headOf = (key: string) =>
    isKana(key.charAt(0)) ? HEADS.findLast((head) => compare(head, key) <= 0) : '';
  return [...HEADS, '']
    .map((head) => ({
      head,
      items: inOrder.flatMap(({ item, key }) => (headOf(key) === head ? [item] : [])),
    }))
    .filter((row) => row.items.length > 0);
}
