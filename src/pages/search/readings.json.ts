import { getPlan } from '#plan.ts';
import { searchRecords, usedReadings } from '#search/records.ts';

/** How the words of the search page are read, so that a question in kana is answered there. */
export const GET = async () => {
  const plan = await getPlan();
  return Response.json(usedReadings(searchRecords(plan), plan.readings));
};
