/** Builds in odd places, killed, and two at once, each in a copy of the checkout with a small plan. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '#deploy/files.ts';
import { SUMS } from '#deploy/sums.ts';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { copyCheckout } from '../fixtures/checkout.ts';
import { SECOND, writeSecondPlan } from '../fixtures/second-plan.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-builds-'));
/** Signs that mean something in an address, a pattern or a shell. */
const checkout = path.join(room, "区の 計画 100%20&'[a]{b}(c)");
const env = {
  ...process.env,
  NODE_ENV: 'production',
  OG_IMAGES: '0',
  SITE_URL: 'https://plan.example.jp',
  BASE_PATH: '',
};
const OTHER = 'あおば町';
const SECURITY = 'Contact: mailto:a@example.jp\nExpires: 2030-03-31T15:00:00Z\n';

beforeAll(async () => {
  copyCheckout(checkout);
  rmSync(path.join(checkout, 'content'), { recursive: true });
  writeSecondPlan(path.join(checkout, 'content'));
  writeFileSync(path.join(checkout, 'content', 'security.txt'), SECURITY);
  const other = path.join(checkout, 'other');
  writeSecondPlan(other);
  for (const file of await filesBelow(other)) {
    const text = readFileSync(path.join(other, file), 'utf8');
    writeFileSync(path.join(other, file), text.replaceAll(SECOND.ward, OTHER));
  }
});
afterAll(() => {
  rmSync(room, { recursive: true });
});

const start = (more: Record<string, string>, args = ASTRO_BUILD) =>
  spawn(process.execPath, args, { cwd: checkout, env: { ...env, ...more }, detached: true });

/** Exit code and what it said on standard error. */
async function ended(build: ReturnType<typeof start>): Promise<[number | null, string]> {
  let said = '';
  build.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const status = await new Promise<number | null>((resolve) => build.once('close', resolve));
  return [status, said];
}

/** What `sha256sum --check` finds wrong. */
const check = (out: string) =>
  spawnSync('sha256sum', ['--check', '--quiet', SUMS], { cwd: out, encoding: 'utf8' }).stdout;

/** The folder's words, those that the search keeps packed among them. */
async function wordsOf(dist: string): Promise<string> {
  const files = (await filesBelow(dist)).filter((file) => !/\.(?:br|gz)$/.test(file));
  return files
    .map((file) => {
      const bytes = readFileSync(path.join(dist, file));
      return (/\.pf_\w+$/.test(file) ? gunzipSync(bytes) : bytes).toString();
    })
    .join('\n');
}

it('a checkout and an output folder may have names with special signs', async () => {
  const out = path.join(room, 'a#b?c"d*e', 'dist');
  expect(await ended(start({ OUT_DIR: out }))).toEqual([0, '']);
  expect(check(out)).toBe('');
  expect(existsSync(path.join(out, 'programmes/index.html'))).toBe(true);
  expect(existsSync(`${out}.build`)).toBe(false);
});

it('the output folder may be beside the checkout, with a name that begins alike', async () => {
  const out = `${checkout}-site`;
  expect(await ended(start({ OUT_DIR: out }))).toEqual([0, '']);
  expect(check(out)).toBe('');
});

it('two builds at once, of two plans in one checkout, each hold their own words', async () => {
  const [one, two] = [path.join(room, 'one'), path.join(room, 'two')];
  const builds = await Promise.all([
    ended(start({ OUT_DIR: one, CONTENT_DIR: 'content' })),
    ended(start({ OUT_DIR: two, CONTENT_DIR: 'other' })),
  ]);
  expect(builds.map(([status]) => status)).toEqual([0, 0]);
  expect(builds.map(([, said]) => said).sort()).toEqual([
    '',
    'このフォルダでは別の組み立てが進んでいます。終わるのを待ちます。\n',
  ]);
  const [words, others] = [await wordsOf(one), await wordsOf(two)];
  expect(words).toContain(SECOND.ward);
  expect(words).not.toContain(OTHER);
  expect(readFileSync(path.join(one, '.well-known/security.txt'), 'utf8')).toBe(SECURITY);
  expect(existsSync(path.join(two, '.well-known'))).toBe(false);
  expect(others).toContain(OTHER);
  expect(others).not.toContain(SECOND.ward);
});

it('a build that is killed as it writes pages leaves the old site, and the next is not held up', async () => {
  const out = path.join(room, 'one');
  const before = readFileSync(path.join(out, SUMS));
  const more = { OUT_DIR: out, CONTENT_DIR: 'other', SITE_URL: '' };
  const killed = start(more, ASTRO_BUILD.slice(0, -1));
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
  expect([readFileSync(path.join(out, SUMS)), check(out)]).toEqual([before, '']);
  expect(await ended(start({ OUT_DIR: out, CONTENT_DIR: 'other' }))).toEqual([0, '']);
  expect(await wordsOf(out)).toContain(OTHER);
});
