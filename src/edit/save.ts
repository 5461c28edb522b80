/** A change of the content, judged as a whole, with the redirects that it calls for. */
import { parsePublished, PUBLISHED_FILE } from '#links/promises.ts';
import type { Plan } from '#model/plan.ts';
import type { Problem } from '#model/problem.ts';
import type { Redirect } from '#model/redirect.ts';
import { consequencesOf } from './consequences.ts';
import { judge, refusals, type Judgement } from './judge.ts';
import { rewriteFile } from './parts.ts';
import { writeYaml } from './rewrite.ts';
import type { Store } from './store.ts';

export interface Change {
  /** What it does, in words. */
  label: string;
  texts: Map<string, string | null>;
  /** Of the files that the form shows: see `Store.save`. */
  hashes: Map<string, string>;
}

export type Prepared =
  | { problems: readonly Problem[]; texts: Change['texts']; plan?: never }
  | {
      problems?: never;
      texts: Change['texts'];
      /** Undefined where another file still has faults. */
      plan: Plan | undefined;
      moved: Redirect[];
      ended: Redirect[];
    };

const FILE = 'redirects.yaml';

/** Judges a change, and adds to it the redirects that it calls for. Nothing is written. */
export async function prepare(store: Store, change: Change): Promise<Prepared> {
  const { texts } = change;
  const { plan: before } = await judge(store.dir);
  const after = await judgeMoves(store, texts, before);
  if (after.problems.length > 0) return { problems: after.problems, texts };
  const none = { texts, plan: after.plan, moved: [], ended: [] };
  if (!after.plan || !before) return none;
  const published = parsePublished((await store.read(PUBLISHED_FILE)) ?? '');
  const { redirects, moved, ended } = consequencesOf(before, after.plan, published);
  if (JSON.stringify(redirects) === JSON.stringify(after.plan.redirects)) return none;
  const old = texts.get(FILE) ?? (await store.read(FILE));
  const text = old ? rewriteFile(FILE, old, { data: redirects }) : writeYaml(redirects);
  const whole = new Map([...texts, [FILE, text]]);
  const judged = await refusals(store.dir, whole);
  if (judged.problems.length > 0) return { problems: judged.problems, texts: whole };
  return { texts: whole, plan: judged.plan, moved, ended };
}

/** Judges the change; rows that lead to what it moves are not yet faults: they are led on. */
async function judgeMoves(
  store: Store,
  texts: Change['texts'],
  before: Plan | undefined,
): Promise<Judgement> {
  const after = await refusals(store.dir, texts);
  const faulty = after.problems.length > 0 && after.problems.every(({ file }) => file === FILE);
  if (!before || !faulty || texts.has(FILE)) return after;
  const { plan, problems } = await refusals(store.dir, new Map([...texts, [FILE, '[]\n']]));
  return plan ? { plan: { ...plan, redirects: before.redirects }, problems: [] } : { problems };
}
