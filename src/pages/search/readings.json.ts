/** How the words of the search page are read, so that a question in kana is answered there. */
import type { APIRoute } from 'astro';
import { getPlan } from '#plan.ts';
import { usedReadings } from '#search/records.ts';

export const GET: APIRoute = async () => Response.json(usedReadings(await getPlan()));
