/** The runs of a question beside each other: what each counts, and which make one compound. */
import type { Part } from './part.ts';
import type { Group, Query, Run } from './query.ts';
import { bound } from './verb.ts';

/** A run and the group that it stands in. */
export interface Asked {
  group: Group;
  run: Run;
}

/** All runs of a question, in its order. */
export const runsOf = ({ groups }: Query): Asked[] =>
  groups.flatMap((group) => group.runs.map((run) => ({ group, run })));

/** For each run: whether an answer to the whole question must have it, and how much it counts. */
export interface Weights {
  needed: boolean[];
  weights: number[];
}

/** Weighs the runs by what the records have of them; `table` holds a row a record, a part a run. */
export function weigh(runs: readonly Asked[], table: readonly (readonly Part[])[]): Weights {
  // The stem of a verb that an everyday word spells out is as good as a noun.
  const spelt = runs.map(
    ({ run }, column) => !run.office && table.some((row) => row[column]?.spelt),
  );
  const needed = runs.map(
    ({ group, run }, column) =>
      run.weight >= 0.5 || spelt[column] === true || (bound(group, run) && !run.office),
  );
  // Where all are weak (宝くじを買う), it is the first that is asked for.
  if (!needed.includes(true)) needed[0] = runs[0]?.run.office !== true;
  const weights = runs.map(({ run }, column) => {
    const having = table.filter((row) => (row[column]?.share ?? 0) === 1);
    const weight = spelt[column] ? 1 : having.length === 0 && !needed[column] ? 0.15 : run.weight;
    return weight * Math.log(1 + table.length / Math.max(having.length, 0.25));
  });
  return { needed, weights };
}

/** For each run, the number of the compound that it is of: what no particle or ending parts. */
export function compoundsOf(runs: readonly Asked[]): number[] {
  let number = 0;
  return runs.map(({ group, run }, at) => {
    const before = runs[at - 1];
    const end = before ? before.run.from + before.run.text.length : 0;
    if (before?.group !== group || !JOINED.test(group.text.slice(end, run.from))) number++;
    return number;
  });
}
/** Nothing, the stem of a verb (空き家, 落とし物), or と, which may end a word (ふるさと納税). */
const JOINED = /^(?:[とて]|.?[きぎしちびみりえけげせべめれ]|ども)?$/;
