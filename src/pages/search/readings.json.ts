import { getPlan } from '#plan.ts';
import { usedReadings } from '#search/records.ts';

/** How the words of the search page are read, so that a question in kana is answered there. */
export const GET = async () => Response.json(usedReadings(await getPlan()));
