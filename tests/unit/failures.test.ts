/** A failure that an administrator can mend is told in one sentence, without a stack. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '#deploy/failures.ts';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();

const system = (code: string, file: string) =>
  Object.assign(new Error(`${code}: of the system`), { code, path: file });

it('names what the system refused, and the file', () => {
  expect(sentenceOf(system('ENOSPC', '/srv/dist'))).toBe(
    'ディスクに空きがありません（ENOSPC）: /srv/dist',
  );
  expect(sentenceOf(new Error('in Vite', { cause: system('EACCES', 'content/a.mdx') }))).toBe(
    '読み書きの権限がありません（EACCES）: content/a.mdx',
  );
});

it('finds it within what Vite makes of it', () => {
  const made = new Error("EACCES: permission denied, copyfile '/a/b c.svg' -> '/dist/b c.svg'");
  const error = Object.assign(new Error('Build failed with 1 error:'), {
    errors: [Object.assign(made, { code: 'PLUGIN_ERROR' })],
  });
  expect(sentenceOf(error)).toBe('読み書きの権限がありません（EACCES）: /a/b c.svg');
});

it('leaves a fault of the program whole', () => {
  expect(sentenceOf(new TypeError('undefined is not a function'))).toBeUndefined();
  expect(sentenceOf(system('ENOENT', 'src/a.ts'))).toBeUndefined();
});

describe('a command', () => {
  const run = (args: readonly string[], env: Record<string, string>, cwd = process.cwd()) =>
    spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8', cwd });
  const checkName = [path.resolve('src/commands/checkout-name.ts')];

  it.each([
    ['SITE_URL', 'plan.example.jp'],
    ['BASE_PATH', 'C:/Program Files/Git/2013/'],
  ])('refuses %s=%s before it does anything', (name, value) => {
    const { status, stdout, stderr } = run(ASTRO_BUILD, { [name]: value });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(new RegExp(`^.+\\n\\n${name} は[^\\n]+\\n$`));
  });

  it('says that the folder of the checkout cannot have such a name', () => {
    const cwd = mkdtempSync(path.join(room, 'plan#2013-'));
    const { status, stderr } = run(checkName, {}, cwd);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^フォルダの名前に # があると[^\n]+\n$/);
  });

  it('says that the folder of the content cannot have such a name', () => {
    const { status, stderr } = run(checkName, { CONTENT_DIR: path.join(room, '100%') });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^フォルダの名前に % があると[^\n]+\n$/);
  });
});
