/**
 * The order of asking: the plan's own words first, then the other pages of the site, then the plans
 * beside this one, and last what answers only in part.
 */
import type { Hit } from './plan-search.ts';
import { UnknownForm, type ArchivedPlan, type Sources } from './sources.ts';

export interface Answer {
  hits: readonly Hit[];
  /** The months that are asked for. */
  months?: ReadonlySet<number> | undefined;
  /** Whether something could not be loaded, so that what is not found may be there all the same. */
  isLost: boolean;
  /** Plans beside this one that cannot be searched from here. */
  unknown: readonly ArchivedPlan[];
  isDone: boolean;
}

/** What is found by now, each time that more is: what is given once keeps its place. */
export async function* answer(typed: string, sources: Sources): AsyncGenerator<Answer> {
  const { months } = sources.printed.parse(typed);
  const unknown: ArchivedPlan[] = [];
  let isLost = false;
  const printed = sources.plan ? [] : sources.printed.search(typed);
  let hits = printed.filter(({ tier }) => tier === 'printed');
  let rest: readonly Hit[] = [];
  const asked = [undefined, undefined, ...sources.archive];
  for (const [index, archived] of asked.entries()) {
    if (hits.length > 0) yield { hits, months, isLost, unknown, isDone: false };
    try {
      const found = archived
        ? await sources.archived(archived, typed)
        : await (index === 0 ? sources.own(typed) : sources.pages(typed));
      // What is shown last begins with the first slip or part of a question.
      const end = found.findIndex(({ tier }) => tier === 'slip' || tier === 'part');
      const before = end < 0 ? found : found.slice(0, end);
      if (index === 0) [hits, rest] = [[...before], found.slice(before.length)];
      else hits = [...hits, ...before];
    } catch (error) {
      if (archived && error instanceof UnknownForm) unknown.push(archived);
      else isLost = true;
    }
  }
  // A word that something has as it is typed is no slip.
  const others = hits.length > 0 ? rest.filter(({ tier }) => tier !== 'slip') : rest;
  yield { hits: [...hits, ...others], months, isLost, unknown, isDone: true };
}
