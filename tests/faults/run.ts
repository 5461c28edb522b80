/**
 * `npm run faults`: would the tests notice? Puts each fault of `faults.yaml` into a copy of the
 * project, one at a time, and runs parts of `npm test` on it until one fails: first the tests that
 * should see it, then all, cheap ones first. `npm run faults -- header` tries those with the word in
 * their name. Fails where a fault passes every part, or where its text no longer stands in its file.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readFaults, type Fault } from './faults.ts';
import { failedSpec, failedTest } from './reports.ts';

/** A command for Node. */
interface Part {
  name: string;
  args: readonly string[];
  /** Looks at the built site. */
  built: boolean;
}

const vitest = (project: string, built: boolean, ...chosen: string[]): Part => ({
  name: project,
  built,
  args: [
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'],
    ...['--project', project, '--bail', '1', '--reporter', 'json', '--outputFile', 'failed.json'],
    ...chosen,
  ],
});
const e2e = (grep: string): Part => ({
  name: 'e2e',
  built: true,
  args: [
    ...['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
    ...['--max-failures', '1', '--reporter', 'json', '--grep', grep],
  ],
});
const build: Part = {
  name: 'build',
  built: false,
  args: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
};

const all: readonly Part[] = [
  vitest('unit', false),
  vitest('dist', true),
  vitest('other-plan', false),
  vitest('servers', true),
  e2e(''),
];

function seenFirst({ seenBy }: Fault): Part {
  const [, folder = ''] = /^tests\/([\w-]+)\/.*\.test\.ts$/.exec(seenBy) ?? [];
  if (folder === '') return e2e(seenBy);
  if (folder === 'other-plan') return vitest(folder, false, seenBy);
  if (folder === 'dist' || folder === 'servers') return vitest(folder, true, seenBy);
  return vitest('unit', false, seenBy);
}

const [wanted = ''] = process.argv.slice(2);
const faults = readFaults().filter(({ name }) => name.includes(wanted));

const copy = mkdtempSync(path.join(tmpdir(), 'plan-faults-'));
process.once('exit', () => {
  rmSync(copy, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    process.exit(1);
  });

/** What git knows of, as it stands now. */
function copyProject() {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
  });
  for (const file of stdout.split('\0').filter((name) => name && existsSync(name)))
    cpSync(file, path.join(copy, file));
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
}

/** The first test that fails in the copy as it stands; undefined where the part passes. */
function failure(
  part: Part,
  fresh: { build: boolean },
): { part: string; test: string } | undefined {
  if (part.built && !fresh.build) {
    const failed = failure(build, fresh);
    if (failed) return failed;
    fresh.build = true;
  }
  const report = path.join(copy, 'failed.json');
  rmSync(report, { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, part.args, {
    cwd: copy,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', OG_IMAGES: '0', NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status === 0) return undefined;
  const test =
    part.name === 'e2e'
      ? failedSpec(stdout)
      : existsSync(report)
        ? failedTest(readFileSync(report, 'utf8'))
        : undefined;
  return { part: part.name, test: test ?? stderr.trim().split('\n')[0] ?? '' };
}

const firstFailure = (parts: readonly Part[]) => {
  const fresh = { build: false };
  for (const part of parts) {
    const failed = failure(part, fresh);
    if (failed) return { ...failed, by: part };
  }
  return undefined;
};

/** Whether a part fails without any fault: it would seem to catch every one. */
const verdicts = new Map<string, boolean>();
function failsAnyway(part: Part): boolean {
  const key = part.args.join(' ');
  const verdict = verdicts.get(key) ?? firstFailure([part]) !== undefined;
  verdicts.set(key, verdict);
  return verdict;
}

function trial(fault: Fault): { caught: boolean; by: string; test: string } {
  const file = path.join(copy, fault.file);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const pieces = text.split(fault.from);
  if (pieces.length !== 2) {
    const test = `its text stands ${String(pieces.length - 1)} times in ${fault.file}`;
    return { caught: false, by: 'STALE', test };
  }
  writeFileSync(file, pieces.join(fault.to));
  const found = firstFailure([seenFirst(fault), ...all]);
  writeFileSync(file, text);
  if (!found) return { caught: false, by: 'NOTHING', test: 'every part passed' };
  if (failsAnyway(found.by))
    return { caught: false, by: 'UNCLEAR', test: `${found.test} (fails anyway)` };
  return { caught: true, by: found.part, test: found.test };
}

copyProject();
const rows = faults.map((fault) => {
  const start = performance.now();
  const result = trial(fault);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${result.caught ? '✓' : '✗'}  ${fault.name}: ${result.by}, ${String(seconds)} s`);
  return { fault: fault.name, ...result, test: result.test.slice(0, 100), seconds };
});
console.table(rows);
const caught = rows.filter((row) => row.caught).length;
console.log(`${String(caught)} of ${String(rows.length)} faults caught`);
process.exitCode = caught < rows.length ? 1 : 0;
