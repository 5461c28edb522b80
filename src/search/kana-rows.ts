/** The order of the syllabary, in its rows. Pure. */
import { normalize } from './normalize.ts';

const ROWS = [
  'あいうえおゔ',
  'かきくけこがぎぐげご',
  'さしすせそざじずぜぞ',
  'たちつてとだぢづでど',
  'なにぬねの',
  'はひふへほばびぶべぼぱぴぷぺぽ',
  'まみむめも',
  'やゆよ',
  'らりるれろ',
  'わをん',
];

export interface KanaRow<Item> {
  /** The row's first kana; empty for what does not begin with kana. */
  head: string;
  items: Item[];
}

/** Sorts by reading and cuts into あ, か, さ … rows; empty rows are left out. */
export function kanaRows<Item extends { kana: string }>(items: readonly Item[]): KanaRow<Item>[] {
  const order = new Intl.Collator('ja');
  const keyed = items
    .map((item) => ({ item, key: normalize(item.kana) }))
    .sort((a, b) => order.compare(a.key, b.key));
  const rows: KanaRow<Item>[] = ROWS.map((row) => ({
    head: row.charAt(0),
    items: keyed.filter(({ key }) => row.includes(key.charAt(0))).map(({ item }) => item),
  }));
  const rest = keyed.filter(({ key }) => !ROWS.some((row) => row.includes(key.charAt(0))));
  rows.push({ head: '', items: rest.map(({ item }) => item) });
  return rows.filter((row) => row.items.length > 0);
}
