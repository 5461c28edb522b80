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

/** What is shown last: from the first slip or part of a question on. */
const isRest = ({ tier }: Hit) => tier === 'slip' || tier === 'part';

/** What is found by now, each time that more is: what is given once keeps its place. */
export async function* answer(typed: string, sources: Sources): AsyncGenerator<Answer> {
  const { months } = sources.atOnce.parse(typed);
  const unknown: ArchivedPlan[] = [];
  let [hits, rest]: [Hit[], Hit[]] = [[], []];
  let isLost = false as boolean;
  const take = async (found: Promise<readonly Hit[]>, plan?: ArchivedPlan) => {
    try {
      const all = await found;
      const from = all.findIndex(isRest);
      hits = [...hits, ...all.slice(0, from < 0 ? all.length : from)];
      if (!plan && from >= 0) rest = all.slice(from);
    } catch (error) {
      if (plan && error instanceof UnknownForm) unknown.push(plan);
      else isLost = true;
    }
  };
  const printed = sources.isReady
    ? []
    : sources.atOnce.search(typed).filter(({ tier }) => tier === 'printed');
  if (printed.length > 0) yield { hits: printed, months, isLost, unknown, isDone: false };
  await take(sources.own(typed));
  if (isLost) hits = printed;
  if (hits.length > 0) yield { hits, months, isLost, unknown, isDone: false };
  await take(sources.pages(typed));
  for (const plan of sources.archive) {
    if (hits.length > 0) yield { hits, months, isLost, unknown, isDone: false };
    await take(sources.archived(plan, typed), plan);
  }
  // A word that something has as it is typed is no slip.
  if (hits.length > 0) rest = rest.filter(({ tier }) => tier !== 'slip');
  yield { hits: [...hits, ...rest], months, isLost, unknown, isDone: true };
}
