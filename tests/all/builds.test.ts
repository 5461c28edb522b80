/** Builds in odd places and two at once, each in a copy of the checkout, with a small plan. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifySums } from '#deploy/sums.ts';
import { copyCheckout } from '../fixtures/checkout.ts';
import { SECOND, writeSecondPlan } from '../fixtures/second-plan.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-builds-'));
/** Signs that mean something in an address, a pattern or a shell. */
const checkout = path.join(room, "区の 計画 100%20&'[a]{b}(c)");
const env = { ...process.env, OG_IMAGES: '0', SITE_URL: 'https://plan.example.jp', BASE_PATH: '' };
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const OTHER = 'あおば町';
const SECURITY = 'Contact: mailto:a@example.jp\nExpires: 2030-03-31T15:00:00Z\n';

beforeAll(() => {
  copyCheckout(checkout);
  rmSync(path.join(checkout, 'content'), { recursive: true });
  writeSecondPlan(path.join(checkout, 'content'));
  writeFileSync(path.join(checkout, 'content', 'security.txt'), SECURITY);
  const other = path.join(checkout, 'other');
  writeSecondPlan(other);
  for (const file of filesOf(other)) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(SECOND.ward, OTHER));
  }
});
afterAll(() => {
  rmSync(room, { recursive: true });
});

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name));

const command = [path.join(checkout, 'src/commands/build.ts'), '--silent'];
const build = (more: Record<string, string>, as: { uid?: number; gid?: number } = {}) =>
  spawnSync(process.execPath, command, {
    cwd: checkout,
    env: { ...env, ...more },
    encoding: 'utf8',
    ...as,
  });

/** The folder's words, those that the search keeps packed among them. */
const wordsOf = (dist: string) =>
  filesOf(dist)
    .filter((file) => !/\.(?:br|gz)$/.test(file))
    .map((file) => {
      const bytes = readFileSync(file);
      return (/\.pf_\w+$/.test(file) ? gunzipSync(bytes) : bytes).toString();
    })
    .join('\n');

it('a checkout and an output folder may have names with special signs', async () => {
  const out = path.join(room, 'a#b?c"d*e', 'dist');
  const { status, stderr } = build({ OUT_DIR: out });
  expect([status, stderr]).toEqual([0, '']);
  expect(await verifySums(out)).toEqual([]);
  expect(existsSync(path.join(out, 'programmes/index.html'))).toBe(true);
  expect(existsSync(`${out}.build`)).toBe(false);
});

it('two builds at once, of two plans in one checkout, each hold their own words', async () => {
  const started = [
    { OUT_DIR: path.join(room, 'one'), CONTENT_DIR: 'content' },
    { OUT_DIR: path.join(room, 'two'), CONTENT_DIR: 'other' },
  ].map((more) => {
    const child = spawn(process.execPath, command, {
      cwd: checkout,
      env: { ...env, ...more },
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    return new Promise<[number | null, string]>((resolve) =>
      child.once('exit', (status) => {
        resolve([status, said]);
      }),
    );
  });
  const ended = await Promise.all(started);
  expect(ended.map(([status]) => status)).toEqual([0, 0]);
  const waited = ended.map(([, said]) => said).filter((said) => said !== '');
  expect(waited).toEqual(['このフォルダでは別の組み立てが進んでいます。終わるのを待ちます。\n']);
  const [one, two] = [wordsOf(path.join(room, 'one')), wordsOf(path.join(room, 'two'))];
  expect(one).toContain(SECOND.ward);
  expect(one).not.toContain(OTHER);
  expect(readFileSync(path.join(room, 'one/.well-known/security.txt'), 'utf8')).toBe(SECURITY);
  expect(existsSync(path.join(room, 'two/.well-known'))).toBe(false);
  expect(two).toContain(OTHER);
  expect(two).not.toContain(SECOND.ward);
});

it.skipIf(process.platform === 'win32')(
  'a build under a narrow umask, from files that only their owner can read, can be served',
  () => {
    const out = path.join(room, 'narrow');
    chmodSync(path.join(checkout, 'public', 'favicon.svg'), 0o600);
    const { status } = spawnSync(
      'sh',
      ['-c', 'umask 077; exec "$0" "$@"', process.execPath, ...command],
      {
        cwd: checkout,
        env: { ...env, OUT_DIR: out },
      },
    );
    expect(status).toBe(0);
    for (const file of filesOf(out)) expect.soft(statSync(file).mode & 0o777, file).toBe(0o644);
    for (const item of readdirSync(out, { recursive: true, withFileTypes: true }))
      if (item.isDirectory())
        expect
          .soft(statSync(path.join(item.parentPath, item.name)).mode & 0o777, item.name)
          .toBe(0o755);
    expect(statSync(out).mode & 0o777).toBe(0o755);
  },
);

/** As an ordinary user: the rights of files mean nothing to root. */
describe.skipIf(process.platform === 'win32')('a build says in one sentence', () => {
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  beforeAll(() => {
    if (!isRoot) return;
    chmodSync(room, 0o755);
    const all = readdirSync(checkout, { recursive: true, withFileTypes: true });
    for (const item of all)
      if (!item.isSymbolicLink()) chownSync(path.join(item.parentPath, item.name), NOBODY, NOBODY);
    chownSync(checkout, NOBODY, NOBODY);
  });

  it.each(['content/goals/g1.mdx', 'src/pages/about.astro', 'public/favicon.svg'])(
    'that it cannot read %s',
    (file) => {
      const full = path.join(checkout, file);
      chmodSync(full, 0);
      const { status, stderr } = build({}, user);
      chmodSync(full, 0o644);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^読み書きの権限がありません（EACCES）: [^\n]+\n$/);
      expect(stderr).toContain(full);
      expect(readdirSync(checkout).filter((name) => name.startsWith('dist'))).toEqual([]);
    },
  );

  it.runIf(isRoot)('that the site it would replace is another user’s, and leaves it', async () => {
    const dist = path.join(checkout, 'dist');
    expect(build({}).status).toBe(0);
    // Written by root into a folder of the user.
    chownSync(path.join(checkout, '.cache', 'build.lock'), NOBODY, NOBODY);
    for (const folder of ['.cache', '.astro'])
      for (const item of readdirSync(path.join(checkout, folder), {
        recursive: true,
        withFileTypes: true,
      }))
        chownSync(path.join(item.parentPath, item.name), NOBODY, NOBODY);
    const { status, stderr } = build({}, user);
    expect(status).toBe(1);
    expect(stderr).toBe(`読み書きの権限がありません（EACCES）: ${dist}\n`);
    expect(await verifySums(dist)).toEqual([]);
    expect(existsSync(`${dist}.build`)).toBe(false);
  });

  it('that it cannot write where it should', () => {
    const locked = path.join(room, 'locked');
    mkdirSync(locked, { mode: 0o555 });
    const { status, stderr } = build({ OUT_DIR: path.join(locked, 'dist') }, user);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^読み書きの権限がありません（EACCES）: [^\n]+dist\.build\n$/);
  });

  it('that the disk is full, and leaves no half site', (context) => {
    const disk = path.join(room, 'disk');
    mkdirSync(disk);
    const inside = `mount -t tmpfs -o size=1m tmpfs "$DISK" || exit 77
      "$@"; code=$?; ls -A "$DISK"; exit $code`;
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', inside, 'sh', process.execPath, ...command],
      {
        cwd: checkout,
        env: { ...env, DISK: disk, OUT_DIR: path.join(disk, 'dist') },
        encoding: 'utf8',
      },
    );
    // Mounting needs root, or a system that lets a user do so for itself.
    if (status !== 1) context.skip();
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^ディスクに空きがありません（ENOSPC）[^\n]+\n$/);
  });
});
