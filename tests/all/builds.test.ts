/** Builds in odd places, two at once, and one that is killed: in a copy of the checkout. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow, SUMS } from '#deploy/built-folder.ts';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { copyCheckout } from '../fixtures/checkout.ts';
import { SECOND, writeSecondPlan } from '../fixtures/second-plan.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-builds-'));
/** Signs that mean something in an address, a pattern or a shell. */
const checkout = path.join(room, "区の 計画 100%20&'[a]{b}(c)");
const plan = { OUT_DIR: path.join(room, 'a#b?c"d*e', 'dist'), CONTENT_DIR: 'content' };
/** Beside the checkout, under a name that begins alike. */
const other = { OUT_DIR: `${checkout}-site`, CONTENT_DIR: 'other' };
const OTHER_WARD = 'あおば町';
const SECURITY = 'Contact: mailto:a@example.jp\nExpires: 2030-03-31T15:00:00Z\n';

beforeAll(async () => {
  copyCheckout(checkout);
  rmSync(path.join(checkout, 'content'), { recursive: true });
  for (const folder of ['content', 'other']) writeSecondPlan(path.join(checkout, folder));
  writeFileSync(path.join(checkout, 'content', 'security.txt'), SECURITY);
  for (const name of await filesBelow(path.join(checkout, 'other'))) {
    const file = path.join(checkout, 'other', name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(SECOND.ward, OTHER_WARD));
  }
});
afterAll(() => {
  rmSync(room, { recursive: true });
});

function start(more: Record<string, string>, args = ASTRO_BUILD) {
  const env = { ...process.env, OG_IMAGES: '0', BASE_PATH: '', ...more };
  return spawn(process.execPath, args, { cwd: checkout, env, detached: true });
}

/** Exit code, and what it said on standard error. */
async function ended(build: ReturnType<typeof start>): Promise<[number | null, string]> {
  let said = '';
  build.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const status = await new Promise<number | null>((resolve) => build.once('close', resolve));
  return [status, said];
}

/** The words of all files that are text as they are; `sha256sum --check` finds no fault in them. */
async function checkedWords(dist: string): Promise<string> {
  const checked = spawnSync('sha256sum', ['--check', '--quiet', SUMS], { cwd: dist });
  expect(checked.stdout.toString()).toBe('');
  const files = await filesBelow(dist);
  return files.map((file) => readFileSync(path.join(dist, file), 'utf8')).join('\n');
}

it('two builds at once, of two plans in one checkout, each hold their own words', async () => {
  const builds = await Promise.all([ended(start(plan)), ended(start(other))]);
  expect(builds.sort()).toEqual([
    [0, ''],
    [0, 'このフォルダでは別の組み立てが進んでいます。終わるのを待ちます。\n'],
  ]);
  const words = await checkedWords(plan.OUT_DIR);
  expect(words).toContain(SECOND.ward);
  expect(words).not.toContain(OTHER_WARD);
  expect(words).toContain(SECURITY);
  const others = await checkedWords(other.OUT_DIR);
  expect(others).toContain(OTHER_WARD);
  expect(others).not.toContain(SECOND.ward);
  expect(others).not.toContain(SECURITY);
  expect(readdirSync(path.dirname(plan.OUT_DIR))).toEqual(['dist']);
});

it('a build that is killed leaves the old site, and the next one goes through', async () => {
  const next = { ...plan, CONTENT_DIR: 'other', SITE_URL: '' };
  const killed = start(next, ASTRO_BUILD.slice(0, -1));
  let said = '';
  await new Promise<void>((resolve) => {
    killed.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('index.html')) resolve();
    });
  });
  expect(said).toContain('SITE_URL がないので');
  process.kill(-(killed.pid ?? 0), 'SIGKILL');
  await ended(killed);
  expect(await checkedWords(plan.OUT_DIR)).not.toContain(OTHER_WARD);
  expect(await ended(start(next))).toEqual([0, '']);
  expect(await checkedWords(plan.OUT_DIR)).not.toContain(SECOND.ward);
});
