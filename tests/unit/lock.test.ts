import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingEntries, withoutIntegrity, type Lock } from '../../src/commands/complete-lock.ts';

const text = readFileSync('package-lock.json', 'utf8');
const lock = JSON.parse(text) as Lock;
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<string, Record<string, string> | undefined>;

describe('the lock file', () => {
  it('has an entry for every optional dependency, so that every system installs from it', () => {
    expect(missingEntries(lock)).toEqual({});
  });

  it('proves the content of every package', () => {
    expect(withoutIntegrity(lock)).toEqual([]);
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
  const tool = (optionalDependencies: Record<string, string>): Lock => ({
    packages: { 'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies } },
  });

  it('adds what a package names and the lock lacks, with where it runs', () => {
    expect(missingEntries(tool({ '@tool/windows-x64': '1.2.3' }))).toEqual({
      'node_modules/@tool/windows-x64': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['win32'],
        cpu: ['x64'],
      },
    });
  });

  it('finds what stands beside the package or above it', () => {
    const lacking = tool({ '@tool/linux-x64': '1.2.3' });
    const entry = { version: '1.2.3' };
    const beside = 'node_modules/tool/node_modules/@tool/linux-x64';
    for (const place of [beside, 'node_modules/@tool/linux-x64'])
      expect(missingEntries({ packages: { ...lacking.packages, [place]: entry } })).toEqual({});
  });

  it('puts a build within its package where another version stands beside it', () => {
    const lacking = tool({ '@tool/linux-x64': '1.2.3' });
    const other = { 'node_modules/@tool/linux-x64': { version: '1.0.0' } };
    const packages = { ...lacking.packages, ...other };
    expect(Object.keys(missingEntries({ packages }))).toEqual([
      'node_modules/tool/node_modules/@tool/linux-x64',
    ]);
  });

  it('refuses a name that does not tell its processor', () => {
    expect(() => missingEntries(tool({ 'tool-native': '1.0.0' }))).toThrow('tool-native');
  });
});
