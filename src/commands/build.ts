/**
 * `npm run build`: judges the content, builds aside, then swaps, so that `dist/` is always a whole
 * site: the old one until the new one is complete.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { nextOf, restore, swap } from '#deploy/swap.ts';
import { ContentError } from '#model/problem.ts';
import { builtPlan } from '#reader/read.ts';

const out = path.resolve(process.env.OUT_DIR ?? 'dist');
const aside = nextOf(out);

await restore(out);

try {
  await builtPlan();
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exit(1);
}

await rm(aside, { recursive: true, force: true });
Object.assign(process.env, {
  NODE_ENV: 'production',
  OUT_DIR: aside,
  ASTRO_TELEMETRY_DISABLED: '1',
});
// Read only now: Astro and its configuration look at the environment as they are loaded.
const { build } = await import('astro');
await build({
  // A build of another CONTENT_DIR may have left its entries in Astro's cache.
  force: true,
  logLevel: process.argv.includes('--silent') ? 'silent' : 'info',
});
await swap(out);
