import { getPlan } from '#plan.ts';
import { PICTURES, pictures } from '#share/pictures.ts';

/** For `integrations/share-pictures.ts`. */
export const GET = async () => Response.json(PICTURES ? pictures(await getPlan()) : []);
