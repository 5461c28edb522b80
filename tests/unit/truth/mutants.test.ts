import { describe, expect, it } from 'vitest';
import { folders, type FolderName } from '#model/collections.ts';
import { correctionSchema } from '#model/correction.ts';
import { linkPlan } from '#model/link.ts';
import type { PlanContent } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { readContent } from '#reader/read.ts';
import { mutations } from './mutations.ts';
import { printSource, shownLines } from './print-source.ts';
import { random } from '../../fixtures/random.ts';
import { source } from './source.ts';

const SEED = 2013;
const EACH = 10;

const content = await readContent();

/** What catches a fault in the content: the schemas, the joins, the source or the ledger. */
function caughtBy(mutant: PlanContent): 'schema' | 'link' | 'source' | 'ledger' | undefined {
  const sound = (Object.keys(folders) as FolderName[]).every((name) =>
    [mutant[name]].flat().every(({ data }) => folders[name].schema.safeParse(data).success),
  );
  if (!sound || !correctionSchema.array().safeParse(mutant.corrections).success) return 'schema';
  let plan;
  try {
    plan = linkPlan(mutant);
  } catch (error) {
    if (error instanceof ContentError) return 'link';
    throw error;
  }
  let printed;
  try {
    printed = printSource(plan);
  } catch {
    return 'ledger';
  }
  if (printed !== source) return 'source';
  const lines = shownLines(plan);
  const misplaced = plan.corrections.some(
    (row) => row.status === 'flagged' && !lines[row.line - 1]?.text.includes(row.shown),
  );
  return misplaced ? 'ledger' : undefined;
}

describe('mutants of the content', () => {
  it('are told from the content itself', () => {
    expect(caughtBy(structuredClone(content))).toBeUndefined();
  });

  it('are all caught', () => {
    const survivors: string[] = [];
    const killers: Record<string, number> = {};
    let tried = 0;
    for (const [index, [name, mutate]] of Object.entries(mutations).entries()) {
      const choices = random(SEED + index);
      const seen = new Set<string>();
      // A kind with few possible mutants repeats itself: each mutant counts once.
      for (let attempt = 0; attempt < EACH; attempt++) {
        const mutant: PlanContent = { ...structuredClone(content), readings: content.readings };
        const what = mutate(mutant, choices);
        if (seen.has(what)) continue;
        seen.add(what);
        tried += 1;
        const killer = caughtBy(mutant);
        if (killer) killers[killer] = (killers[killer] ?? 0) + 1;
        else survivors.push(`${name}: ${what}`);
      }
    }
    const by = Object.entries(killers).map(([killer, count]) => `${killer} ${String(count)}`);
    console.log(
      `mutants: killed ${String(tried - survivors.length)} / tried ${String(tried)} (${by.join(', ')})`,
    );
    expect(survivors).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(300);
  }, 60_000);
});
