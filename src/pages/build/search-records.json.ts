import { getPlan } from '#plan.ts';
import { indexEntries } from '#search/records.ts';

/** For `integrations/search.ts`. */
export const GET = async () => Response.json(indexEntries(await getPlan()));
