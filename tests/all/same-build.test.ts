/** The same commit makes the same bytes: on another day, in another zone, in another folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SUMS } from '#deploy/built-folder.ts';
import { ASTRO_BUILD } from '../fixtures/build.ts';
import { copyCheckout } from '../fixtures/checkout.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const home = temporaryFolder();

/** A clock that runs `days` ahead, for every process of the build. */
const ahead = (days: number) =>
  `data:text/javascript,${encodeURIComponent(
    `const Real = Date, by = ${String(days * 86_400_000)};
     globalThis.Date = class extends Real {
       constructor(...given) { super(...(given.length ? given : [Real.now() + by])); }
       static now() { return Real.now() + by; }
     };`,
  )}`;

/** The sums of all files of a build. */
function build(name: string, zone: string, days: number): string[] {
  const folder = copyCheckout(path.join(home, name));
  const env = {
    ...process.env,
    OUT_DIR: 'dist',
    TZ: zone,
    LANG: 'C',
    NODE_OPTIONS: `--import=${ahead(days)}`,
  };
  execFileSync(process.execPath, ASTRO_BUILD, { cwd: folder, env, stdio: 'pipe' });
  return readFileSync(path.join(folder, 'dist', SUMS), 'utf8').split('\n');
}

it('two clean builds are alike to the byte', () => {
  const sums = build('one', 'Asia/Tokyo', 0);
  expect(sums.length).toBeGreaterThan(50);
  expect(build('a longer name', 'America/Los_Angeles', 400)).toEqual(sums);
});
