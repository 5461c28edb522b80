import { z } from 'zod';
import { objectOf, text } from './fields.ts';

/** An address below the site's root: folders, then perhaps a fragment. */
const address = text(
  /^(?:[a-z0-9][a-z0-9-]*\/)+(?:#[a-z][a-z0-9-]*)?$/,
  'サイトの中のアドレス（例: programmes/jigyo-no-id/ や sections/ka-no-id/#kakari）',
);

const ENDED = 'なくなったものには true。移っただけなら書かない';

/**
 * The new address `to` of what was published at `from`; with `ended`, what is published at `from` is
 * no longer in the plan, and `to` is the nearest place that remains.
 */
export const redirectSchema = objectOf({
  from: address.describe('前のアドレス'),
  to: address.describe('今のアドレス。なくなったものには、いちばん近いところのアドレス'),
  ended: z
    .literal(true, { error: ENDED })
    .meta({ errorMessage: ENDED })
    .optional()
    .describe('なくなった（移ったのではない）'),
});

export const redirectsSchema = z.array(redirectSchema, { error: '移ったアドレスの一覧' });

export type Redirect = z.infer<typeof redirectSchema>;
