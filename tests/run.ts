/**
 * `npm test`, and with `all` what takes long besides. The last line sums what the test runners
 * counted (a part without tests counts only when it fails).
 *
 * The lanes of one stage run side by side: more of them than cores, as each waits now and then. All
 * parts of a stage run, whatever fails in it; the next stage runs only if none did. Each part writes
 * what it says to `test-results/`, and that is printed where the part failed.
 */
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { needChromium, processorSeconds, wantPackages } from './tools.ts';

const vitest = (project: string) =>
  `vitest run --config tests/vitest.config.ts --project ${project} ` +
  `--reporter default --reporter json --outputFile.json test-results/${project}.json`;

/** What a part runs; its name is that of its log and of its report. */
const PARTS = {
  build: 'npm run --silent build',
  format: 'prettier --check .',
  types: 'npm run --silent types',
  lint: 'npm run --silent lint',
  unit: vitest('unit'),
  site: vitest('site'),
  'site-of-another-plan': vitest('site-of-another-plan'),
  browser: 'playwright test --config tests/playwright.config.ts',
  all: vitest('all'),
};
type Part = keyof typeof PARTS;

const isAll = process.argv[2] === 'all';
const stages: readonly Part[][][] = [
  [['build'], ['format']],
  [['browser'], ['unit', 'site'], ['types', 'lint', 'site-of-another-plan']],
  ...(isAll ? [[['all'] as Part[]]] : []),
];
const sum = { passed: 0, failed: 0, skipped: 0 };
const rows: string[] = [];
const start = performance.now();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');
needChromium();
wantPackages(isAll);

for (const lanes of stages)
  if (sum.failed === 0)
    await Promise.all(
      lanes.map(async (lane) => {
        for (const part of lane) await runPart(part);
      }),
    );
  else for (const part of lanes.flat()) row(`–  ${part}: not run`);

const last = `${String(sum.passed)} passed, ${String(sum.failed)} failed`;
writeFileSync('test-results/summary.txt', `${last}\n`);
if (sum.failed > 0) console.log(`\n${rows.join('\n')}`);
console.log(
  `\nin all ${seconds(start)}, ${processorSeconds().toFixed(0)} s of processor time; what each part said is in test-results/`,
);
if (sum.skipped > 0)
  console.log(`${String(sum.skipped)} skipped: this machine or this plan lacks what they need`);
console.log(last);
process.exitCode = sum.failed > 0 ? 1 : 0;

async function runPart(part: Part) {
  const log = `test-results/${part}.log`;
  const begun = performance.now();
  const status = await run(PARTS[part], log);
  const counts = countsOf(part);
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
  if (counts.failed > 0) console.log(`\n== ${part}\n${readFileSync(log, 'utf8')}`);
  const { passed, failed, skipped } = counts;
  const tests = [
    ...(passed + failed > 0 ? [`${String(passed)} passed, ${String(failed)} failed`] : []),
    ...(skipped > 0 ? [`${String(skipped)} skipped`] : []),
  ];
  row(`${failed > 0 ? '✗' : '✓'}  ${part}: ${[...tests, seconds(begun)].join(', ')}`);
}

function row(text: string) {
  rows.push(text);
  console.log(text);
}

/** Runs a command into a log; its exit code. */
async function run(command: string, log: string): Promise<number | null> {
  const out = createWriteStream(log);
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // TEST_ALL: the browser tests look at every page in every way.
    env: { ...process.env, ...(isAll && { TEST_ALL: '1' }), ASTRO_TELEMETRY_DISABLED: '1' },
  });
  child.stdout.pipe(out, { end: false });
  child.stderr.pipe(out, { end: false });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  await finished(out.end());
  return status;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** What a runner's JSON report counts; a part without a report has no tests. */
function countsOf(part: Part): typeof sum {
  const file = `test-results/${part}.json`;
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport | PlaywrightReport;
  if (!('stats' in report))
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}
interface PlaywrightReport {
  stats: { expected: number; flaky: number; unexpected: number; skipped: number };
}
