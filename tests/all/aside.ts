/**
 * Packages that only a test of `npm run test:all` needs, large and no dependency of the site: each
 * set has a lock of its own and is installed into `.cache/`, without install scripts. Run as a
 * program it installs those that are missing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const SETS = ['wrangler', 'old-browsers'] as const;

/** Where a set is installed, and whether it is. */
export function aside(set: (typeof SETS)[number]) {
  const home = path.resolve('.cache', set);
  return { modules: path.join(home, 'node_modules'), stands: existsSync(path.join(home, 'done')) };
}

if (import.meta.main)
  for (const set of SETS) {
    if (aside(set).stands) continue;
    const home = path.resolve('.cache', set);
    mkdirSync(home, { recursive: true });
    for (const file of ['package.json', 'package-lock.json'])
      cpSync(path.join(import.meta.dirname, set, file), path.join(home, file));
    const { status } = spawnSync('npm ci --ignore-scripts && node -e "" > done', {
      cwd: home,
      shell: true,
    });
    if (status !== 0) console.error(`Tests are skipped: ${set} cannot be installed here.`);
  }
