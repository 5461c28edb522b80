/** The recipe for editing on GitHub: a configuration that knows every field, files that are read back. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { cmsConfig } from '#edit/cms-config.ts';
import { readParts } from '#edit/parts.ts';
import { shapeOf } from '#edit/shape.ts';
import { folders } from '#model/collections.ts';
import { contentDir, readContent, readPlan } from '#reader/read.ts';
import { writeSecondPlan } from '../fixtures/second-plan.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const second = temporaryFolder();
writeSecondPlan(second);
const target = temporaryFolder();

/** As Sveltia CMS writes a file (src/lib/services/contents/file/format.js, August 2026). */
function asTheCmsWrites(file: string, text: string): string {
  const { data, body } = readParts(file, text);
  const yaml = stringify(data, null, {
    ...{ indent: 2, indentSeq: true, lineWidth: 0 },
    ...{ defaultKeyType: 'PLAIN', defaultStringType: 'PLAIN', singleQuote: true },
  }).trim();
  if (!file.endsWith('.mdx')) return `${yaml}\n`;
  return `---\n${yaml}\n---\n${body ? `\n${body}\n` : ''}`;
}

describe('files as the CMS writes them', () => {
  it.each([['content/', contentDir] as const, ['another plan', second] as const])(
    'say the same: %s',
    async (_, dir) => {
      let written = 0;
      // What the CMS leaves alone (drawings) is copied.
      cpSync(dir, path.join(target, path.basename(dir)), { recursive: true });
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(?:mdx|yaml)$/.test(name)) continue;
        const file = path.join(target, path.basename(dir), name);
        writeFileSync(file, asTheCmsWrites(name, readFileSync(path.join(dir, name), 'utf8')));
        written += 1;
      }
      expect(written).toBeGreaterThan(60);
      const [before, after] = [
        await readContent(dir),
        await readContent(path.join(target, path.basename(dir))),
      ];
      // An empty line at the end of a body is no word of it.
      const trimmed = (value: unknown) =>
        JSON.stringify(value, (key, inner: unknown) =>
          key === 'markdown' && typeof inner === 'string' ? inner.trim() : inner,
        );
      expect(trimmed(after) === trimmed(before)).toBe(true);
    },
  );
});

describe('the configuration', async () => {
  const plan = await readPlan(second);
  const config = parse(cmsConfig(plan, 'city/plan')) as {
    collections: { name: string; folder?: string; fields?: { name: string; widget: string }[] }[];
  };
  const fieldsOf = (name: string) =>
    config.collections.find((one) => one.name === name)?.fields?.map((field) => field.name);

  it.each(['goals', 'principles', 'programmes', 'sections'] as const)(
    'knows every field of %s',
    (name) => {
      const { properties = {} } = shapeOf(folders[name].example);
      expect(fieldsOf(name)?.filter((field) => field !== 'body')).toEqual(Object.keys(properties));
    },
  );

  it('has the pledges of each section in a collection of their own', () => {
    const own = config.collections.filter(({ folder }) => folder?.startsWith('content/pledges/'));
    expect(own).toHaveLength(plan.sections.length);
  });

  it('lets goal and sections be chosen', () => {
    const programmes = config.collections.find(({ name }) => name === 'programmes');
    for (const name of ['goal', 'sections'])
      expect(programmes?.fields?.find((field) => field.name === name)?.widget).toBe('relation');
  });
});
