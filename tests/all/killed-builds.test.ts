/** A build that is killed at any moment leaves a whole site. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { restore } from '#deploy/swap.ts';
import { DIST } from '../dist-folder.ts';

it('a build that is killed at any moment leaves the site whole', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-killed-'));
  const dist = path.join(home, 'dist');
  cpSync(DIST, dist, { recursive: true });
  const before = fingerprint(dist);
  let killed = 0;
  // Milliseconds: before the build has begun, and while it runs.
  const moments = [100, ...fc.sample(fc.integer({ min: 300, max: 6300 }), { numRuns: 5 })];
  for (const moment of moments) {
    const build = spawn(process.execPath, ['src/commands/build.ts'], {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, OUT_DIR: dist, NODE_ENV: 'production' },
    });
    const ended = new Promise((resolve) => build.once('exit', resolve));
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, moment))]);
    if (build.exitCode === null) {
      killed += 1;
      process.kill(-(build.pid ?? 0), 'SIGKILL');
      await ended;
    }
    // As the next build does, and the server.
    await restore(dist);
    expect(fingerprint(dist), `killed after ${String(moment)} ms`).toBe(before);
  }
  expect(killed).toBeGreaterThan(0);
  rmSync(home, { recursive: true });
});

/** Of all files; a build from the same content makes the same. */
function fingerprint(dist: string): string {
  if (!existsSync(dist)) return 'nothing';
  const hash = createHash('sha256');
  for (const file of readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort())
    hash.update(path.relative(dist, file)).update(readFileSync(file));
  return hash.digest('hex');
}
