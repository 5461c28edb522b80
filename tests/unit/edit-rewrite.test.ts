/** Forms change a file in one place: what nobody touched keeps its bytes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParts, rewriteFile } from '#edit/parts.ts';
import { rewriteYaml } from '#edit/rewrite.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';
import { writeShapedPlan } from '../fixtures/shaped-plans.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const [second, budget, department] = ['second', 'budget', 'department'].map((name) =>
  path.join(room, name),
) as [string, string, string];
writeSecondPlan(second);
writeFileSync(
  path.join(second, 'archive.yaml'),
  '# 前の年度\n- address: /2025/\n- address: "/2024/"\n',
);
writeShapedPlan('budget', budget);
writeShapedPlan('department', department);

const files = ['content', second, budget, department].flatMap((dir) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|yaml)$/.test(name))
    .map((name) => ({ file: name.split(path.sep).join('/'), text: read(dir, name) })),
);
function read(dir: string, name: string) {
  return readFileSync(path.join(dir, name), 'utf8');
}

/** The lines of `after` that `before` has not, and the other way round, both without what is common. */
function changedLines(before: string, after: string): [string[], string[]] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  while (a.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return [a, b];
}

type Path = (string | number)[];
/** The places of all strings in a value. */
function strings(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string') return [at];
  if (Array.isArray(value)) return value.flatMap((item, index) => strings(item, [...at, index]));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => strings(item, [...at, key]));
  return [];
}
function withValue(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string | number, unknown>;
  copy[key] = withValue(copy[key], rest, leaf);
  return copy;
}
const at = (value: unknown, path: Path) =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

describe('a file of the content', { timeout: 60_000 }, () => {
  it('is there to be tried', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(files)('$file keeps every byte where nothing is changed', ({ file, text }) => {
    const parts = readParts(file, text);
    expect(rewriteFile(file, text, structuredClone(parts))).toBe(text);
  });

  it('changes in one line for each of its words that is changed', () => {
    let tried = 0;
    for (const { file, text } of files) {
      const parts = readParts(file, text);
      const places = strings(parts.data);
      for (const place of places.filter((_, index) => index % Math.ceil(places.length / 6) === 0)) {
        const word = `${String(at(parts.data, place))}を改めて`;
        const result = rewriteFile(file, text, {
          ...parts,
          data: withValue(parts.data, place, word),
        });
        const [before, after] = changedLines(text, result);
        expect([before.length, after.length], `${file} ${place.join('.')}`).toEqual([1, 1]);
        expect(at(readParts(file, result).data, place)).toBe(word);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(300);
  });

  it('changes in its body alone where its body is changed', () => {
    for (const { file, text } of files) {
      const parts = readParts(file, text);
      if (!parts.body) continue;
      const body = parts.body.replace(/^./u, '改');
      const [before, after] = changedLines(text, rewriteFile(file, text, { ...parts, body }));
      expect([before.length, after.length], file).toEqual([1, 1]);
    }
  });
});

describe('a list', () => {
  const text = [
    'number: 1 # 番号',
    'activities:',
    '  # はじめの取組',
    '  - id: a # 一つめ',
    "    text: 'いち'",
    '',
    '  # つぎの取組',
    '  - id: b',
    '    text: "に"',
    '  - id: c',
    '    text: さん',
    'sections: [x, y]',
    '',
  ].join('\n');
  const data = () =>
    parseDocument(text).toJS() as {
      activities: { id: string; text: string }[];
      sections: string[];
    };

  it('takes an item at its end with its lines alone', () => {
    const after = data();
    after.activities.push({ id: 'd', text: 'よん: (9月) # 印' });
    const result = rewriteYaml(text, after);
    expect(changedLines(text, result)).toEqual([[], ['  - id: d', '    text: "よん: (9月) # 印"']]);
  });

  it('moves an item with its comments', () => {
    const after = data();
    after.activities.reverse();
    const result = rewriteYaml(text, after);
    expect(result).toContain('  # つぎの取組\n  - id: b\n    text: "に"\n');
    expect(result).toContain("  - id: a # 一つめ\n    text: 'いち'\n");
    expect(
      result
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    ).toEqual(
      text
        .split('\n')
        .filter((line) => line !== '')
        .sort(),
    );
  });

  it('loses a removed item and nothing else', () => {
    const after = data();
    after.activities.splice(2, 1);
    expect(changedLines(text, rewriteYaml(text, after))).toEqual([
      ['  - id: c', '    text: さん'],
      [],
    ]);
  });

  it('on one line stays on one line', () => {
    const after = data();
    after.sections = ['y', 'z', 'x'];
    expect(changedLines(text, rewriteYaml(text, after))[1]).toEqual(['sections: [y, z, x]']);
  });
});

const word = fc.string({
  unit: fc.constantFrom(...Array.from('あい漢 :#-[]{},&*!|>\'"%@`1né\\')),
  maxLength: 8,
});
const leaf = fc.oneof(word, fc.integer({ min: 0, max: 99 }));
const key = fc.constantFrom('id', 'text', 'lead', '漢字', 'a b');
const { tree } = fc.letrec<{ tree: unknown; map: unknown; list: unknown }>((tie) => ({
  tree: fc.oneof({ maxDepth: 3 }, leaf, tie('map'), tie('list')),
  map: fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  list: fc.array(tie('tree'), { maxLength: 4 }),
}));
const top = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

describe('any value over any other', { timeout: 60_000 }, () => {
  it('is read back as it was meant', () => {
    fc.assert(
      fc.property(top, top, fc.boolean(), (before, after, json) => {
        const text = json
          ? Object.entries(before)
              .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}\n`)
              .join('')
          : rewriteYaml('', before);
        const result = rewriteYaml(text, after);
        expect(parseDocument(result).toJS()).toEqual(after);
      }),
    );
  });
});
