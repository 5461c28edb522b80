/** What the content would be after a save, and whether it may be. */
import { cp, mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plan } from '#model/plan.ts';
import { ContentError, Refusal, type Problem } from '#model/problem.ts';
import { readPlan } from '#reader/read.ts';
import { isContentFile, type Texts } from './store.ts';

/** The plan, or everything that keeps the content from being one. */
export type Judgement =
  { plan: Plan; problems: readonly [] } | { plan?: never; problems: readonly Problem[] };

export async function judge(dir: string): Promise<Judgement> {
  try {
    return { plan: await readPlan(dir), problems: [] };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { problems: error.problems };
  }
}

/** Judges a copy of the folder in which `texts` have been written. */
export async function judgeWith(dir: string, texts: Texts): Promise<Judgement> {
  const copy = await mkdtemp(path.join(tmpdir(), 'plan-edit-'));
  try {
    await copyContent(dir, copy, texts);
    return await judge(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Makes `to` the folder as it would be. Links are copied as links, which the reader refuses. */
export async function copyContent(dir: string, to: string, texts: Texts): Promise<void> {
  await cp(dir, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !path.basename(source).startsWith('.edit-'),
  });
  for (const [file, text] of texts) {
    if (!isContentFile(file))
      throw new Refusal(`content/${file} は、編集できるファイルではありません。`);
    const target = path.join(to, file);
    if (text === null) await rm(target, { force: true });
    else {
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
}

/**
 * What keeps a save from being made. Where the content on disk is in order, everything; where it
 * has faults already, only those of the files that are saved: one can be mended before another.
 */
export async function refusals(dir: string, texts: Texts): Promise<Judgement> {
  const after = await judgeWith(dir, texts);
  if (after.plan) return after;
  const own = after.problems.filter(({ file }) => texts.has(file));
  if (own.length > 0) return { problems: own };
  const before = await judge(dir);
  return { problems: before.plan ? after.problems : [] };
}
