import { getPlan } from '#plan.ts';
import { scanFile } from '#search/records.ts';

/** The words that lead to the plan beside those that the search page prints. */
export const GET = async () => {
  const { form, keywords, groups } = scanFile(await getPlan());
  return Response.json({ form, keywords, groups });
};
