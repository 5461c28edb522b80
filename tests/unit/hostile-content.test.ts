/** Whatever a file holds, the reader tells its faults and never falls over. */
import { describe, expect, it, vi } from 'vitest';
import { folders, type FolderName } from '#model/collections.ts';
import { linkPlan } from '#model/link.ts';
import { hygieneProblems } from '#reader/hygiene.ts';
import { parseMdx, parseYaml } from '#reader/parse.ts';
import { readContent } from '#reader/read.ts';
import { hostileStrings, SEED } from '../fixtures/hostile.ts';

const names = Object.keys(folders) as FolderName[];
const content = await readContent();
const TOLD = /^[^\p{Cc}\u202a-\u202e]{1,300}$/u;

// The YAML reader warns of odd keys, which it then refuses.
vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);

describe('10,000 hostile strings', { timeout: 60_000 }, () => {
  it('as files are read or told as faults', () => {
    let told = 0;
    const unfit: string[] = [];
    for (const text of hostileStrings(10_000, SEED)) {
      const dirt = hygieneProblems('x.mdx', new TextEncoder().encode(text));
      const yaml = parseYaml('x.yaml', text);
      const mdx = parseMdx('x.mdx', `---\ntitle: ${text}\n---\n\n${text}\n`);
      for (const { field, found, expected } of [...dirt, ...yaml.problems, ...mdx.problems]) {
        told += 1;
        unfit.push(...[field, found, expected].filter((words) => !TOLD.test(words)));
      }
    }
    expect(unfit).toEqual([]);
    expect(told).toBeGreaterThan(10_000);
  });

  it('as fields pass a schema or are refused with a reason', () => {
    let passed = 0;
    for (const text of hostileStrings(10_000, SEED + 1))
      for (const name of names) {
        const data = [content[name]].flat()[0]?.data as object;
        const { success, error } = folders[name].schema.safeParse({
          ...data,
          title: text,
          name: text,
        });
        if (success) passed += 1;
        else if (!error.issues.every(({ message }) => message))
          throw new Error(`no reason: ${text}`);
      }
    expect(passed).toBeLessThan(10_000);
  });

  it('as words of an activity join the plan as they are', () => {
    const texts = [...hostileStrings(10_000, SEED + 2)];
    const activities = texts.map((text, index) => ({ id: `x${String(index)}`, text }));
    const programmes = content.programmes.map((entry, index) =>
      index === 0 ? { ...entry, data: { ...entry.data, activities } } : entry,
    );
    const plan = linkPlan({ ...content, programmes: programmes, corrections: [] });
    const told = plan.programmes.find(({ id }) => id === programmes[0]?.id)?.activities;
    expect(told?.map(({ text }) => text)).toEqual(texts);
  });
});
