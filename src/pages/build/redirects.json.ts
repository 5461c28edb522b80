import { serverRedirects } from '#links/moved.ts';
import { getPlan } from '#plan.ts';

/** For `integrations/publish.ts`. */
export const GET = async () => Response.json(serverRedirects(await getPlan()));
