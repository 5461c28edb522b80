import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { writeSums } from '#deploy/built-folder.ts';
import { collections } from '#model/collections.ts';
import { ContentError } from '#model/problem.ts';
import { parseMdx, parseYaml } from '#reader/parse.ts';
import { readPlan } from '#reader/read.ts';
import { ASTRO_BUILD } from '../../fixtures/build.ts';
import { copyCheckout } from '../../fixtures/checkout.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { checkedBy } from '../../json-schema.ts';
import { changedContent, changes } from './changed-content.ts';

const changed = changedContent();
const room = temporaryFolder();
const badInputs = changes<{ told: [string, string, string, string] }>('bad-inputs');

/** English sentences, stack traces and error names: nothing an editor should have to read. */
const NOT_FOR_EDITORS =
  /[a-z]{2,} [a-z]{2,} [a-z]{2,}|\w+Error\b|^\s+at |node_modules|undefined|null/m;

it.each(badInputs)('a bad content is refused in words for an editor: %s', async (_, input) => {
  const dir = changed(input.change);
  const error = await readPlan(dir).then(
    () => new Error('let through'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ContentError)) throw error;
  const [file, field, found, expected] = input.told.map(
    (text) => expect.stringContaining(text) as string,
  );
  expect(error.problems).toContainEqual({ file, field, found, expected });
  expect(error.message).toContain(`content/${input.told[0]}`);
  expect(error.message.replaceAll(path.dirname(dir), '')).not.toMatch(NOT_FOR_EDITORS);
});

it('a build of a bad content says what to mend, and leaves the site as it was', async () => {
  const [, input] = badInputs.find(([name]) => name === 'an unknown section')!;
  const site = path.join(room, 'site');
  const out = path.join(site, 'dist');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'index.html'), 'the old site');
  await writeSums(out);
  const { status, stderr } = spawnSync(process.execPath, ASTRO_BUILD, {
    // Editors read the working files of the project itself.
    cwd: copyCheckout(path.join(room, 'checkout')),
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: changed(input.change), OUT_DIR: out },
  });
  expect(status).toBe(1);
  expect(stderr).toContain(input.told[3]);
  expect(stderr).not.toMatch(NOT_FOR_EDITORS);
  expect(readdirSync(site)).toEqual(['dist']);
  expect(existsSync(path.join(out, 'index.html'))).toBe(true);
});

it('an editor (VS Code) marks what a schema refuses, but for rules over several values', () => {
  const survivors = badInputs.flatMap(([name, { change, told }]) => {
    const [file] = told;
    const schema = Object.values(collections).find(({ path: form }) => form.test(file))?.schema;
    const found = path.join(changed(change), file);
    if (!schema || !existsSync(found)) return [];
    const text = readFileSync(found, 'utf8');
    const { data, problems } = file.endsWith('.mdx') ? parseMdx(file, text) : parseYaml(file, text);
    const issues = schema.safeParse(data).error?.issues ?? [];
    if (problems.length > 0 || issues.every(({ code }) => code === 'custom')) return [];
    return [
      [name, checkedBy(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })))(data)] as const,
    ];
  });
  expect(survivors.length).toBeGreaterThanOrEqual(25);
  expect(survivors.filter(([, passes]) => passes)).toEqual([]);
});
