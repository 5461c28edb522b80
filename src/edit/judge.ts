/** Whether the content may be as it is, or as it would be after a save. */
import type { Plan } from '#model/plan.ts';
import { ContentError, type Problem } from '#model/problem.ts';
import { readPlan, type Texts } from '#reader/read.ts';

/** The plan, or everything that keeps the content from being one. */
export type Judgement =
  { plan: Plan; problems: readonly [] } | { plan?: never; problems: readonly Problem[] };

/** Judges the content as it would be with `texts`. */
export async function judge(dir: string, texts?: Texts): Promise<Judgement> {
  try {
    return { plan: await readPlan(dir, texts), problems: [] };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problems: error.problems };
  }
}

/**
 * What keeps a save from being made. Where the content on disk is in order, everything; where it
 * has faults already, only those of the files that are saved: one can be mended before another.
 */
export async function refusals(dir: string, texts: Texts): Promise<Judgement> {
  const after = await judge(dir, texts);
  if (after.plan) return after;
  const own = after.problems.filter(({ file }) => texts.has(file));
  if (own.length > 0) return { problems: own };
  const before = await judge(dir);
  return { problems: before.plan ? after.problems : [] };
}
