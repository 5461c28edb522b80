import { noticesOf } from '#model/notices.ts';
import { getPlan } from '#plan.ts';
import { t } from '#strings.ts';

/** For `integrations/report.ts`: how much there is, and the notices about content that can be published. */
export const GET = async () => {
  const plan = await getPlan();
  const activities = plan.programmes.flatMap((programme) => programme.activities);
  const summary = t.report.summary({
    programmes: plan.programmes.length,
    activities: activities.length,
    sections: plan.sections.length,
    pledges: plan.pledges.length,
  });
  return Response.json([summary, ...noticesOf(plan).map(t.report.notice)]);
};
