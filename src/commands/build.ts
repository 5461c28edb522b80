/**
 * `npm run build`: judges the content, builds aside, then swaps, so that `dist/` is always a whole
 * site: the old one until the new one is complete.
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { nextOf, restore, swap } from '#deploy/swap.ts';
import { ContentError } from '#model/problem.ts';
import { readPlan } from '#reader/read.ts';

const out = path.resolve(process.env.OUT_DIR ?? 'dist');
const aside = nextOf(out);

await restore(out);

try {
  await readPlan();
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exit(1);
}

await rm(aside, { recursive: true, force: true });
const astro = path.join('node_modules', 'astro', 'bin', 'astro.mjs');
// --force: a build of another CONTENT_DIR may have left its entries in Astro's cache.
const { status } = spawnSync(
  process.execPath,
  [astro, 'build', '--force', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', OUT_DIR: aside, ASTRO_TELEMETRY_DISABLED: '1' },
  },
);
if (status !== 0) process.exit(status ?? 1);
await swap(out);
