import { z } from 'zod';
import { objectOf } from './fields.ts';

const EXPECTED = 'この計画と同じ場所に置いた、ほかの計画のフォルダー（例: /2012/）';

/** Another plan that is published on the same server and searched together with this one. */
export const archivedPlanSchema = objectOf({
  address: z
    .string({ error: EXPECTED })
    .regex(/^\/(?:[\w-]+\/)*$/, { error: EXPECTED })
    .meta({ errorMessage: EXPECTED })
    .describe('ほかの計画の最初のページのアドレス。https:// とサーバーの名前は書かない'),
});

/** The newest first: its answers come first. */
export const archiveSchema = z.array(archivedPlanSchema, { error: '一緒に検索する計画の一覧' });

export type ArchivedPlan = z.infer<typeof archivedPlanSchema>;
