/**
 * `npm run build`: judges the content, builds aside, then swaps, so that `dist/` is always a whole
 * site: the old one until the new one is complete.
 */
import './checkout-name.ts';
import './plain-failures.ts';
import { lockBuild } from '#deploy/build-lock.ts';
import { outFolder } from '#deploy/out-folder.ts';
import { abandon, begin, cacheOf, swap } from '#deploy/swap.ts';
import { EXAMPLE_SITE, SITE } from '#environment.ts';
import { builtPlan, contentDir } from '#reader/read.ts';

const out = await outFolder(process.env.OUT_DIR ?? 'dist', [contentDir]);
if (SITE === EXAMPLE_SITE)
  console.warn(
    `注意: SITE_URL がないので、ページは自分のアドレスを ${EXAMPLE_SITE} と書きます。公開するときは SITE_URL を指定してください。`,
  );
const unlock = await lockBuild();
try {
  await builtPlan();
  const next = await begin(out);
  Object.assign(process.env, {
    NODE_ENV: 'production',
    OUT_DIR: next,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  // Read only now: Astro and its configuration look at the environment as they are loaded.
  const { build } = await import('astro');
  await build({
    cacheDir: cacheOf(out),
    logLevel: process.argv.includes('--silent') ? 'silent' : 'info',
  });
  await swap(out);
} catch (error) {
  await abandon(out);
  throw error;
} finally {
  unlock();
}
