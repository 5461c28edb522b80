/**
 * `npm test`: every check in order, ending at the first that fails. The last line sums what the
 * test runners reported; a check without tests of its own counts only when it fails.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { reportOf } from './reports.ts';

const steps = [
  { script: 'format:check', what: 'format' },
  { script: 'types', what: 'types' },
  { script: 'licences', what: 'licences' },
  { script: 'check', what: 'content' },
  { script: 'test:unit', what: 'unit' },
  { script: 'build', what: 'build' },
  { script: 'test:dist', what: 'built site' },
  { script: 'test:servers', what: 'servers' },
  { script: 'test:e2e', what: 'browser' },
  { script: 'test:browsers', what: 'other browsers' },
];

const sum = { passed: 0, failed: 0, skipped: 0 };
const rows: string[] = [];
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results');

for (const { script, what } of steps) {
  if (sum.failed > 0) {
    rows.push(`  –  ${what}: not run`);
    continue;
  }
  console.log(`\n== ${what}: npm run ${script}`);
  const start = performance.now();
  const { status } = spawnSync(`npm run --silent ${script}`, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', TEST_REPORTS: '1' },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counts = countsOf(script);
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  sum.passed += counts.passed;
  sum.failed += counts.failed;
  sum.skipped += counts.skipped;
  const tests = counts.passed + counts.failed > 0 ? `${told(counts)}, ` : '';
  rows.push(`  ${counts.failed > 0 ? '✗' : '✓'}  ${what}: ${tests}${seconds} s`);
}

const last = `${String(sum.passed)} passed, ${String(sum.failed)} failed`;
writeFileSync('test-results/summary.txt', `${last}\n`);
console.log(`\n${rows.join('\n')}`);
if (sum.skipped > 0)
  console.log(`  ${String(sum.skipped)} skipped: this machine or this plan lacks what they need`);
console.log(last);
process.exitCode = sum.failed > 0 ? 1 : 0;

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

function told({ passed, failed, skipped }: Counts): string {
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
