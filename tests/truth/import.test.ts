/** This plan, exported and imported again, is the same plan. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFiles, type FileName } from '#export/files.ts';
import { planFile } from '#export/json.ts';
import { planTxt } from '#export/txt.ts';
import { importFiles } from '#import/import.ts';
import type { Plan } from '#model/plan.ts';
import { readPlan } from '#reader/read.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const plan = await readPlan();
const SOURCE = 'tests/fixtures/source/asahi-fy2013-policy.txt';
const TABLES = ['programmes.csv', 'activities.csv', 'pledges.csv', 'corrections.csv'] as const;
const exported = (...names: FileName[]) =>
  names.map((name) => {
    writeFileSync(path.join(room, name), dataFiles[name].write(plan));
    return path.join(room, name);
  });

async function imported(
  files: string[],
): Promise<{ again: Plan; unplaced: string[]; notes: number }> {
  const dir = mkdtempSync(path.join(room, 'content-'));
  const { city } = plan.policy;
  const { unplaced, notes } = await importFiles(dir, files, { city });
  const words = unplaced.map(({ place, words }) => `${place}: ${words}`);
  return { again: await readPlan(dir), unplaced: words, notes: notes.length };
}

/** `plan.json` without what neither a table nor a text carries: ids of parts and principles, readings. */
function carried(of: Plan) {
  const { readings, source, parts, principles, sections, ...rest } = planFile(of);
  return {
    ...rest,
    parts: parts.map(({ id: _, address: __, ...part }) => part),
    principles: principles.map(({ id: _, address: __, ...principle }) => principle),
    sections,
  };
}

describe('this plan, imported again', () => {
  it('is the same in every field from plan.json', async () => {
    const { again, unplaced } = await imported(exported('plan.json'));
    expect(unplaced).toEqual([]);
    expect(planFile(again)).toEqual(planFile(plan));
  });

  it('is the same from its tables and its text, with all ids and addresses but those of parts and principles', async () => {
    const { again, unplaced } = await imported(exported(...TABLES, 'plan.txt'));
    expect(unplaced).toEqual([]);
    expect(carried(again)).toEqual(carried(plan));
  });

  it('has from its tables alone all programmes, sections, pledges and corrections but of words outside of them', async () => {
    const { again, unplaced } = await imported(exported(...TABLES));
    const [before, after] = [planFile(plan), planFile(again)];
    for (const kind of ['programmes', 'sections', 'pledges'] as const)
      expect(after[kind]).toEqual(before[kind]);
    const missing = before.corrections.filter(
      ({ id }) => !after.corrections.some((row) => row.id === id),
    );
    expect(missing.every((row) => 'file' in row && /^(?:goals|policy)/.test(row.file))).toBe(true);
    expect(unplaced).toHaveLength(missing.length);
    expect(again.goals.map(({ id, title }) => [id, title])).toEqual(
      plan.goals.map(({ id, title }) => [id, title]),
    );
  });

  it('has the same words in the same order from its text', async () => {
    const { again, unplaced } = await imported(exported('plan.txt'));
    expect(unplaced).toEqual([]);
    expect(planTxt(again)).toBe(planTxt(plan));
  });

  it('is read from its transcription without losing a line', async () => {
    const { again, unplaced, notes } = await imported([SOURCE]);
    expect(unplaced).toEqual([]);
    expect(notes).toBe(plan.goals.length);
    expect(again.programmes.map(({ activities }) => activities.length)).toEqual(
      plan.programmes.map(({ activities }) => activities.length),
    );
    expect(again.pledges.map(({ paragraphs }) => paragraphs.length)).toEqual(
      plan.pledges.map(({ paragraphs }) => paragraphs.length),
    );
  });
});
