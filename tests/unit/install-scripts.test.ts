import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'install-'));
// The level is set, for npm test runs this with a silent npm around it.
const npm = (command: string, cwd = folder) =>
  spawnSync(`npm ${command} --loglevel=error`, { cwd, shell: true, encoding: 'utf8' });
/** An npm of before the setting would run the script, whatever `.npmrc` says. */
const known = npm('config ls -l').stdout.includes('strict-allow-scripts');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('installing', { timeout: 60_000 }, () => {
  it.skipIf(!known)('refuses a package that wants to run a script', () => {
    const packed = path.join(folder, 'packed');
    mkdirSync(packed);
    const scripts = { postinstall: 'echo ran > ran.txt' };
    writeManifest(packed, { name: 'with-script', version: '1.0.0', scripts });
    expect(npm('pack --pack-destination ..', packed).status).toBe(0);
    const dependencies = { 'with-script': 'file:with-script-1.0.0.tgz' };
    writeManifest(folder, { dependencies, allowScripts: {} });
    copyFileSync('.npmrc', path.join(folder, '.npmrc'));

    const { status, stderr } = npm('install');
    expect(status).not.toBe(0);
    expect(stderr).toContain('ESTRICTALLOWSCRIPTS');
    expect(existsSync(path.join(folder, 'node_modules/with-script/ran.txt'))).toBe(false);

    // The setting is what stops it.
    expect(npm('install --no-strict-allow-scripts').status).toBe(0);
  });

  it.each([
    ['20.20.2', 1],
    ['22.9.0', 1],
    ['22.22.3', 0],
    ['24.0.0', 0],
  ])('says in one sentence whether Node %s is too old: exit %i', (version, status) => {
    const asIf = `Object.defineProperty(process,'versions',{value:{node:'${version}'}})`;
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${asIf}`,
        'src/commands/run.js',
        'src/commands/checkout-name.ts',
      ],
      { encoding: 'utf8' },
    );
    expect(run.status).toBe(status);
    expect(run.stderr).toMatch(status === 0 ? /^$/ : /^Node .+ is too old: .+\n$/);
  });
});

function writeManifest(at: string, manifest: object): void {
  writeFileSync(path.join(at, 'package.json'), JSON.stringify(manifest));
}
