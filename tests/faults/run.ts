/**
 * `npm run faults`: would the tests notice? Puts each fault of `faults.yaml` into a copy of the
 * project, one at a time, and runs the parts of `npm test` on it, cheap ones first, until one fails.
 * `npm run faults -- header` tries those with the word in their name. Fails where a fault passes all
 * parts, or where its text no longer stands in its file.
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
import { parse } from 'yaml';
import { z } from 'zod';

const faultSchema = z.strictObject({
  name: z.string(),
  file: z.string(),
  /** Stands once in the file. */
  from: z.string(),
  to: z.string(),
  /** For a fault that a browser alone shows: which of its tests to run. */
  browser: z.string().optional(),
});
type Fault = z.infer<typeof faultSchema>;

const wanted = process.argv[2] ?? '';
const faults = faultSchema
  .array()
  .parse(parse(readFileSync('tests/faults/faults.yaml', 'utf8')))
  .filter(({ name }) => name.includes(wanted));

const copy = mkdtempSync(path.join(tmpdir(), 'plan-faults-'));
process.once('exit', () => {
  rmSync(copy, { recursive: true, force: true });
});
const env = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  OG_IMAGES: '0',
  NO_COLOR: '1',
};

interface Part {
  name: string;
  args: (fault: Fault) => readonly string[];
}
const vitest = (project: string, ...rest: string[]) => [
  ...['node_modules/vitest/vitest.mjs', ...rest, '--config', 'tests/vitest.config.ts'],
  ...['--project', project, '--bail', '1', '--reporter', 'json', '--outputFile', 'failed.json'],
];
const build: Part = { name: 'build', args: () => ['src/commands/build.ts', '--silent'] };
const browser: Part = {
  name: 'browser',
  args: (fault) => [
    ...['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
    ...['--max-failures', '1', '--reporter', 'json', '--grep', fault.browser ?? ''],
  ],
};

/** Without the unit tests that take longest: they run builds, or try very many strings. */
const QUICK = ['truth/bad-inputs', 'truth/mutants', 'search/hostile', 'unit/new', 'unit/failures']
  .map((file) => ['--exclude', `tests/${file}.test.ts`])
  .flat();

/** What a fault meets, in order of cost; a fault that only a browser shows goes there at once. */
function partsFor({ file, browser: only }: Fault): readonly Part[] {
  if (only !== undefined) return [build, browser];
  return [
    {
      name: 'unit',
      args: () => vitest('unit', 'related', file, '--run', '--passWithNoTests', ...QUICK),
    },
    build,
    { name: 'dist', args: () => vitest('dist', 'run', '--exclude', 'tests/dist/builds/**') },
    { name: 'builds', args: () => vitest('dist', 'run', 'tests/dist/builds') },
    { name: 'other plan', args: () => vitest('other-plan', 'run') },
    { name: 'servers', args: () => vitest('servers', 'run') },
    { name: 'all unit', args: () => vitest('unit', 'run') },
  ];
}

/** Runs one part in the copy; tells its first failure, or undefined where it passes. */
function failureOf(part: Part, fault: Fault): string | undefined {
  rmSync(path.join(copy, 'failed.json'), { force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, part.args(fault), {
    cwd: copy,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status === 0) return undefined;
  if (part === build) return stderr.trim().split('\n')[0] ?? '';
  return part === browser ? failedSpec(stdout) : failedTest(stderr);
}

function firstFailure(fault: Fault): { part: Part; test: string } | undefined {
  for (const part of partsFor(fault)) {
    const test = failureOf(part, fault);
    if (test !== undefined) return { part, test };
  }
  return undefined;
}

/** Whether a part fails without the fault, too: it would seem to catch everything. */
function failsAnyway(part: Part, fault: Fault): boolean {
  const key = part.args(fault).join(' ');
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const parts = part.name.endsWith('unit') || part === build ? [part] : [build, part];
  const fails = parts.some((one) => failureOf(one, fault) !== undefined);
  verdicts.set(key, fails);
  return fails;
}

function failedTest(stderr: string): string {
  const report = JSON.parse(read('failed.json') ?? '{"testResults":[]}') as {
    testResults: {
      message: string;
      assertionResults: { fullName: string; status: string }[];
    }[];
  };
  for (const { message, assertionResults } of report.testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed');
    if (failed) return failed.fullName;
    if (message) return message.split('\n')[0] ?? '';
  }
  return stderr.trim().split('\n').at(-1) ?? '';
}

function failedSpec(stdout: string): string {
  interface Suite {
    title: string;
    suites?: Suite[];
    specs: { ok: boolean; title: string }[];
  }
  const names = (suite: Suite): string[] => [
    ...suite.specs.filter(({ ok }) => !ok).map(({ title }) => `${suite.title} ${title}`),
    ...(suite.suites ?? []).flatMap(names),
  ];
  const { suites } = JSON.parse(stdout) as { suites: Suite[] };
  return suites.flatMap(names)[0] ?? '';
}

function read(file: string): string | undefined {
  try {
    return readFileSync(path.join(copy, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Copies what git knows of, as it stands now. */
function copyProject() {
  const list = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
  }).stdout;
  for (const file of list.split('\0').filter((name) => name && existsSync(name)))
    cpSync(file, path.join(copy, file), { recursive: true, force: true });
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
}

const verdicts = new Map<string, boolean>();
const rows: Record<string, string>[] = [];
let wrong = 0;
function tell(fault: string, by: string, test: string, since: number) {
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  rows.push({ fault, 'caught by': by, test: test.slice(0, 90), s: seconds });
  console.log(`${by.padEnd(10)} ${seconds.padStart(4)} s  ${fault}  (${test})`);
}

copyProject();

for (const fault of faults) {
  const start = performance.now();
  const text = read(fault.file) ?? '';
  const pieces = text.split(fault.from);
  if (pieces.length !== 2) {
    wrong += 1;
    tell(fault.name, 'STALE', `stands ${String(pieces.length - 1)} times in ${fault.file}`, start);
    continue;
  }
  writeFileSync(path.join(copy, fault.file), pieces.join(fault.to));
  const caught = firstFailure(fault);
  writeFileSync(path.join(copy, fault.file), text);
  if (caught && failsAnyway(caught.part, fault)) {
    wrong += 1;
    tell(fault.name, 'UNCLEAR', `without the fault ${caught.part.name} fails as well`, start);
  } else if (caught) tell(fault.name, caught.part.name, caught.test, start);
  else {
    wrong += 1;
    tell(fault.name, 'NOTHING', 'every part passed', start);
  }
}

console.table(rows);
console.log(`${String(faults.length - wrong)} of ${String(faults.length)} faults caught`);
process.exitCode = wrong > 0 ? 1 : 0;
