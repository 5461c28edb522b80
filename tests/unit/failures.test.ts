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
  Object.assign(new Error(`${code}: of the system, write '${file}'`), { code, path: file });

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

  it('says that a folder of the checkout or of the content cannot have such a name', () => {
    const cwd = mkdtempSync(path.join(room, 'plan#2013-'));
    for (const [sign, { status, stderr }] of [
      ['#', run(checkName, {}, cwd)],
      ['%', run(checkName, { CONTENT_DIR: path.join(room, '100%') })],
    ] as const) {
      expect(status).toBe(1);
      expect(stderr).toMatch(new RegExp(`^フォルダの名前に ${sign} があると[^\\n]+\\n$`));
    }
  });

  it.each([
    ['20.20.2', 1],
    ['22.9.0', 1],
    ['22.22.3', 0],
    ['24.0.0', 0],
  ])('says in one sentence whether Node %s is too old: exit %i', (version, exit) => {
    const asIf = `Object.defineProperty(process,'versions',{value:{node:'${version}'}})`;
    const script = ['src/commands/run.js', 'src/commands/checkout-name.ts'];
    const { status, stderr } = run(['--import', `data:text/javascript,${asIf}`, ...script], {});
    expect(status).toBe(exit);
    expect(stderr).toMatch(exit === 0 ? /^$/ : /^Node .+ is too old: .+\n$/);
  });
});
