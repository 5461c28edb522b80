import { getPlan } from '#plan.ts';
import { scanFile } from '#search/records.ts';

/** How the words of the search page and those of `words.json` are read. */
export const GET = async () => {
  const { form, printed, spoken } = scanFile(await getPlan());
  return Response.json({ form, printed, spoken });
};
