import { z } from 'zod';
import { objectOf, position, words } from './fields.ts';

const PLACES = 'main（上のメニュー）、footer（下のメニュー）、none（メニューに出さない）のどれか';

/** A page of running text beside the plan, written in MDX (content/pages/). */
export const pageSchema = objectOf({
  title: words.describe('ページの題。メニューにも出る'),
  description: words.describe('ページの説明の一文'),
  menu: z
    .enum(['main', 'footer', 'none'], { error: PLACES })
    .describe('メニュー: main（上）、footer（下）、none（出さない）。書かなければ下')
    .meta({ labels: { main: '上', footer: '下', none: '出さない' }, errorMessage: PLACES })
    .default('footer'),
  order: position.describe('メニューでの順。小さい順に並ぶ。同じならファイルの名前の順').optional(),
  /** Stands at the foot of every page too. */
  publisher: words
    .describe(
      'だれのサイトか、区のサイトかどうか: 一、二文で。about だけに書き、全ページの下にも出る',
    )
    .optional(),
});
