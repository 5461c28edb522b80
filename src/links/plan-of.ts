/** From validated content to the plan: the joins, then the addresses, old ones included. */
import { linkPlan } from '#model/link.ts';
import type { Plan, PlanContent } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { pageProblems, redirectProblems } from './addresses.ts';
import { promiseProblems } from './promises.ts';

/** Throws one {@link ContentError} with everything that does not join. */
export function planOf(content: PlanContent): Plan {
  const plan = linkPlan(content);
  const problems = [...pageProblems(plan), ...redirectProblems(plan), ...promiseProblems(plan)];
  if (problems.length > 0) throw new ContentError(problems);
  return plan;
}
