import { getPlan } from '#plan.ts';
import { scanFile } from '#search/records.ts';

/** The whole plan as the search of other sites, or of a page that cannot print it all, scans it. */
export const GET = async () => Response.json(scanFile(await getPlan()));
