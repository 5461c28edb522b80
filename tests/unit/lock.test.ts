import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingEntries, withoutIntegrity, type Lock } from '../../src/commands/complete-lock.ts';

const text = readFileSync('package-lock.json', 'utf8');
const lock = JSON.parse(text) as Lock;
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<string, Record<string, string> | undefined>;

/** Permissive, or copyleft limited to the file or to a tool that is not distributed. */
const FREE =
  `MIT MIT-0 ISC 0BSD BSD BSD-2-Clause BSD-3-Clause Apache-2.0 CC0-1.0 CC-BY-3.0 CC-BY-4.0
  Python-2.0 BlueOak-1.0.0 Unlicense WTFPL Zlib MPL-2.0 OFL-1.1 LGPL-3.0-or-later`.split(/\s+/);

/** `(A OR B)`: one of them; `A AND B`: all. */
const isFree = (expression: string): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => FREE.includes(licence)));

describe('the lock file', () => {
  it('has an entry for every optional dependency, so that every system installs from it', () => {
    expect(missingEntries(lock)).toEqual({});
  });

  it('proves the content of every package', () => {
    expect(withoutIntegrity(lock)).toEqual([]);
  });

  it('holds only packages that a public body may use and pass on', () => {
    const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
    expect(packages.filter(([, { license = '' }]) => !isFree(license))).toEqual([]);
  });

  it('carries no download address', () => {
    expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });

  it('holds the exact versions that package.json names', () => {
    const direct = { ...dependencies, ...devDependencies, ...optionalDependencies };
    for (const [name, version] of Object.entries(direct)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});

describe('the workflows', () => {
  it('name every action by its commit', () => {
    const files = globSync(['.github/workflows/*.yml', 'deploy/**/*.yml']);
    const uses = files.flatMap((file) => readFileSync(file, 'utf8').match(/uses: .*/g) ?? []);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((use) => !/@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });
});

describe('completing the lock', () => {
  const lacking: Lock = {
    packages: {
      'node_modules/tool': { version: '1.2.3', optionalDependencies: { 'tool-x64': '1.2.3' } },
    },
  };
  const within = 'node_modules/tool/node_modules/tool-x64';
  const held = (place: string, version = '1.2.3') =>
    missingEntries({ packages: { ...lacking.packages, [place]: { version } } });

  it('adds what a package names and the lock lacks, for no system to install', () => {
    const entry = { version: '1.2.3', optional: true, cpu: ['none'] };
    expect(missingEntries(lacking)).toEqual({ [within]: entry });
    expect(held('node_modules/tool-x64', '1.0.0')).toEqual({ [within]: entry });
  });

  it('finds what stands within the package or beside it', () => {
    expect(held(within)).toEqual({});
    expect(held('node_modules/tool-x64')).toEqual({});
  });
});
