/**
 * Packages that only one test of `npm run test:all` needs, large and no dependencies of the site: each
 * is unpacked into `.cache/`, if it is to the byte what is named here. Run as a program it fetches those
 * that are missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = {
  '@mdn/browser-compat-data@8.1.9':
    'sha512-7d8D9yzVS4ugLbt4clzc5DKU8dq85K0lRebjzpP43GxSr7vYKmczgfuEU+0beimjl5YmnHkcErtolg5t5ttb0A==',
  '@sparticuz/chromium@115.0.0':
    'sha512-/g79+OYMo1xJWOtf9htQ92G9LJL8ewXsSTex8siSOcjAi99KnN4QiYWwe45qawitUzP0ACpUOBpJC3wm1z7Vrw==',
};

/** Where a package is unpacked, and whether it is. */
export function aside(name: keyof typeof PACKAGES) {
  const folder = path.resolve('.cache', 'aside', name, 'package');
  return { folder, stands: existsSync(path.join(folder, 'package.json')) };
}

if (import.meta.main)
  for (const [name, integrity] of Object.entries(PACKAGES)) {
    const { folder, stands } = aside(name as keyof typeof PACKAGES);
    if (stands) continue;
    const home = path.dirname(folder);
    mkdirSync(home, { recursive: true });
    const packed = spawnSync(`npm pack --json --ignore-scripts ${name}`, {
      cwd: home,
      shell: true,
      encoding: 'utf8',
    });
    const [got] = JSON.parse(packed.stdout || '[]') as { filename: string; integrity: string }[];
    if (got?.integrity !== integrity)
      console.error(`Tests are skipped: ${name} cannot be had here, or is not what it was.`);
    else spawnSync('tar', ['-xzf', got.filename], { cwd: home });
  }
