/** Whatever a file holds, the reader tells its faults and never falls over. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { folders, type FolderName } from '#model/collections.ts';
import { linkPlan } from '#model/link.ts';
import { hygieneProblems } from '#reader/hygiene.ts';
import { parseMdx, parseYaml } from '#reader/parse.ts';
import { readContent } from '#reader/read.ts';
import { hostile } from '../fixtures/hostile.ts';

const names = Object.keys(folders) as FolderName[];
const content = await readContent();
const TOLD = /^[^\p{Cc}\u202a-\u202e]{1,300}$/u;

// The YAML reader warns of odd keys, which it then refuses.
vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);

describe('a hostile string', () => {
  it('as a file is read or told as a fault', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        const dirt = hygieneProblems('x.mdx', new TextEncoder().encode(text));
        const yaml = parseYaml('x.yaml', text);
        const mdx = parseMdx('x.mdx', `---\ntitle: ${text}\n---\n\n${text}\n`);
        for (const { field, found, expected } of [...dirt, ...yaml.problems, ...mdx.problems])
          for (const words of [field, found, expected]) expect(words).toMatch(TOLD);
      }),
    );
  });

  it('as a field passes a schema or is refused with a reason', () => {
    fc.assert(
      fc.property(hostile(), fc.constantFrom(...names), (text, name) => {
        const data = [content[name]].flat()[0]?.data as object;
        const { error } = folders[name].schema.safeParse({ ...data, title: text, name: text });
        for (const { message } of error?.issues ?? []) expect(message).not.toBe('');
      }),
    );
  });

  it('as words of an activity joins the plan as it is', () => {
    // Linking costs as much for one text as for many.
    fc.assert(
      fc.property(fc.array(hostile(), { minLength: 50, maxLength: 200 }), (texts) => {
        const activities = texts.map((text, index) => ({ id: `x${String(index)}`, text }));
        const [first, ...others] = content.programmes;
        if (!first) throw new Error('an empty plan');
        const changed = { ...first, data: { ...first.data, activities } };
        const programmes = [changed, ...others];
        const plan = linkPlan({ ...content, programmes, corrections: [] });
        const linked = plan.programmes.find(({ id }) => id === first.id)?.activities;
        expect(linked?.map(({ text }) => text)).toEqual(texts);
      }),
      { numRuns: (fc.readConfigureGlobal().numRuns ?? 100) / 100 },
    );
  });
});
