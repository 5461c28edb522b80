import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSums } from '#deploy/sums.ts';
import { ContentError } from '#model/problem.ts';
import { readPlan } from '#reader/read.ts';
import { ASTRO_BUILD } from '../../fixtures/build.ts';
import { copyCheckout } from '../../fixtures/checkout.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';
import { badInputs } from './bad-inputs.ts';
import { changedContent } from './changed-content.ts';

const room = temporaryFolder();
let refused = 0;
let tried = 0;
afterAll(() => {
  console.log(`bad inputs: refused ${String(refused)} / ${String(tried)}`);
});

const changed = changedContent();

/** English sentences, stack traces and error names: nothing an editor should have to read. */
const NOT_FOR_EDITORS =
  /[a-z]{2,} [a-z]{2,} [a-z]{2,}|\w+Error\b|^\s+at |node_modules|undefined|null/m;

describe('a bad content', { timeout: 60_000 }, () => {
  it.each(badInputs.map((input) => [input.name, input] as const))(
    'is refused in words for an editor: %s',
    async (_, input) => {
      tried += 1;
      const error = await readPlan(changed(input.spoil)).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (!(error instanceof ContentError))
        throw (error as Error | undefined) ?? new Error('let through');
      const [file, field, found, expected] = input.told;
      expect(error.problems).toContainEqual({
        file: expect.stringContaining(file) as string,
        field: expect.stringContaining(field) as string,
        found: expect.stringContaining(found) as string,
        expected: expect.stringContaining(expected) as string,
      });
      expect(error.message).toContain(`content/${file}`);
      expect(error.message).toContain(expected);
      expect(error.message.replaceAll(room, '')).not.toMatch(NOT_FOR_EDITORS);
      refused += 1;
    },
  );

  it('is told from the content itself', async () => {
    await expect(readPlan('content')).resolves.toBeDefined();
  });
});

/** One that is found as the files are joined: commands read the content as the tests above do. */
const inputs = badInputs
  .filter(({ name }) => name === 'an unknown section')
  .map((input) => [input.name, input] as const);
/** In a copy of the project, whose working files editors do not read. */
const checkout = copyCheckout(path.join(room, 'checkout'));
const run = (command: readonly string[], env: Record<string, string>) =>
  spawnSync(process.execPath, command, {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('a command', { timeout: 60_000 }, () => {
  it.each(inputs)('of checking stops with a sentence: %s', (_, input) => {
    const { status, stdout, stderr } = run(['src/commands/check.ts'], {
      CONTENT_DIR: changed(input.spoil),
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(input.told[3]);
    expect(stderr.replaceAll(room, '')).not.toMatch(NOT_FOR_EDITORS);
  });

  it.each(inputs)('of building stops and leaves the site as it was: %s', async (_, input) => {
    const site = mkdtempSync(path.join(room, 'site-'));
    const out = path.join(site, 'dist');
    mkdirSync(out);
    writeFileSync(path.join(out, 'index.html'), 'the old site');
    await writeSums(out);
    const { status, stderr } = run(ASTRO_BUILD, {
      CONTENT_DIR: changed(input.spoil),
      OUT_DIR: out,
    });
    expect(status).toBe(1);
    expect(stderr).toContain(input.told[3]);
    expect(stderr.replaceAll(room, '')).not.toMatch(NOT_FOR_EDITORS);
    expect(readdirSync(site)).toEqual(['dist']);
    expect(existsSync(path.join(out, 'index.html'))).toBe(true);
  });
});
