import { z } from 'zod';
import { objectOf, text, words } from './fields.ts';

/** Another plan that is published on the same server: searched together with this one, and linked. */
export const archivedPlanSchema = objectOf({
  address: text(
    /^\/(?:[\w-]+\/)*$/,
    'この計画と同じ場所に置いた、ほかの計画のフォルダー（例: /2012/）',
  ).describe('ほかの計画の最初のページのアドレス。https:// とサーバーの名前は書かない'),
  title: words
    .describe('ページの下の「ほかの年度」に出す名前（例: 令和6年度）。書かなければ検索だけ')
    .optional(),
});

/** The newest first: its answers come first. */
export const archiveSchema = z.array(archivedPlanSchema, { error: 'ほかの計画の一覧' });

export type ArchivedPlan = z.infer<typeof archivedPlanSchema>;
