/** `npm run check`: judges the content alone and says in Japanese what to mend. */
import { ContentError } from '#model/problem.ts';
import { readPlan } from '#reader/read.ts';

try {
  const plan = await readPlan();
  const activities = plan.programmes.flatMap((programme) => programme.activities);
  console.log(
    `内容に誤りはありません。事業 ${String(plan.programmes.length)}、取組 ${String(activities.length)}、課 ${String(plan.sections.length)}、取組目標 ${String(plan.pledges.length)}`,
  );
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
