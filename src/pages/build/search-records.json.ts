/** What the search index is made of; read after the build and not published. */
import type { APIRoute } from 'astro';
import { getPlan } from '#plan.ts';
import { indexEntries } from '#search/records.ts';

export const GET: APIRoute = async () => Response.json(indexEntries(await getPlan()));
