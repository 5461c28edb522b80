/** The same commit makes the same bytes: on another day, in another zone, in another folder. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { copyCheckout } from '../fixtures/checkout.ts';

const home = mkdtempSync(path.join(tmpdir(), 'plan-same-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});

/** A clock that runs `days` ahead, for every process of the build. */
const ahead = (days: number) =>
  `data:text/javascript,${encodeURIComponent(
    `const Real = Date, by = ${String(days * 86_400_000)};
     globalThis.Date = class extends Real {
       constructor(...given) { super(...(given.length ? given : [Real.now() + by])); }
       static now() { return Real.now() + by; }
     };`,
  )}`;

function build(name: string, zone: string, days: number): Map<string, string> {
  const folder = copyCheckout(path.join(home, name));
  const env = {
    ...process.env,
    OUT_DIR: 'dist',
    TZ: zone,
    LANG: 'C',
    NODE_OPTIONS: `--import=${ahead(days)}`,
  };
  execFileSync(process.execPath, ASTRO_BUILD, { cwd: folder, env, stdio: 'pipe' });
  const dist = path.join(folder, 'dist');
  return new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => path.join(item.parentPath, item.name))
      .map((file): [string, string] => [
        path.relative(dist, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ])
      .sort(),
  );
}

it('two clean builds are alike to the byte', () => {
  const one = build('one', 'Asia/Tokyo', 0);
  const other = build('a longer name', 'America/Los_Angeles', 400);
  expect(one.size).toBeGreaterThan(50);
  expect([...other]).toEqual([...one]);
});
