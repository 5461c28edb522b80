/**
 * `npm test`, and with `all` what takes long besides. The last line sums what the test runners
 * counted (a part without tests counts only when it fails).
 *
 * The lanes of one stage run side by side: more of them than cores, as each waits now and then. All
 * parts of a stage run, whatever fails in it; the next stage runs only if none did. Each part writes
 * what it says to `test-results/`, and that is printed where the part failed.
 */
import { spawn } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { finished } from 'node:stream/promises';
import { reportOf } from './reports.ts';

/** npm scripts that run one after another. */
type Lane = readonly string[];

const quick: readonly Lane[][] = [
  [['test:tools']],
  [['build'], ['format:check', 'licences']],
  [['test:e2e'], ['test:unit', 'test:servers'], ['types', 'lint', 'test:dist']],
];
const slow: readonly Lane[][] = [[['test:slow', 'test:browsers', 'test:screen-reader']]];

const stages = process.argv[2] === 'all' ? [...quick, ...slow] : quick;
/** Tells the browser tests to look at every page in every way. */
const all = process.argv[2] === 'all' ? { TEST_ALL: '1' } : {};
const sum = { passed: 0, failed: 0, skipped: 0 };
const rows: string[] = [];
const start = performance.now();
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

for (const lanes of stages)
  if (sum.failed === 0) await Promise.all(lanes.map(runLane));
  else for (const script of lanes.flat()) row(`–  ${script}: not run`);

const last = `${String(sum.passed)} passed, ${String(sum.failed)} failed`;
writeFileSync('test-results/summary.txt', `${last}\n`);
if (sum.failed > 0) console.log(`\n${rows.join('\n')}`);
console.log(`\nin all ${seconds(start)}; what each part said is in test-results/`);
if (sum.skipped > 0)
  console.log(`${String(sum.skipped)} skipped: this machine or this plan lacks what they need`);
console.log(last);
process.exitCode = sum.failed > 0 ? 1 : 0;

async function runLane(lane: Lane) {
  for (const script of lane) await runPart(script);
}

async function runPart(script: string) {
  const log = `test-results/${script.replace(':', '-')}.log`;
  const begun = performance.now();
  const status = await run(script, log);
  const counts = countsOf(script);
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
  if (counts.failed > 0) console.log(`\n== npm run ${script}\n${readFileSync(log, 'utf8')}`);
  const tests = counts.passed + counts.failed > 0 ? `${inWords(counts)}, ` : '';
  row(`${counts.failed > 0 ? '✗' : '✓'}  ${script}: ${tests}${seconds(begun)}`);
}

function row(text: string) {
  rows.push(text);
  console.log(text);
}

/** Runs an npm script, and tells its exit code. */
async function run(script: string, log: string): Promise<number | null> {
  const out = createWriteStream(log);
  const child = spawn(`npm run --silent ${script}`, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...all, ASTRO_TELEMETRY_DISABLED: '1', TEST_REPORTS: '1' },
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

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function inWords({ passed, failed, skipped }: Counts): string {
  const parts = [`${String(passed)} passed`, `${String(failed)} failed`];
  return [...parts, ...(skipped > 0 ? [`${String(skipped)} skipped`] : [])].join(', ');
}

/** What a runner's JSON report counts; a script without a report has no tests. */
function countsOf(script: string): Counts {
  const file = reportOf(script);
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
