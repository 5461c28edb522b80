/**
 * `npm run build`: builds aside, then swaps, so that `dist/` is always a whole site: the old one until
 * the new one is complete.
 */
import './checkout-name.ts';
import { tell } from './plain-failures.ts';
import { lockBuild } from '#deploy/build-lock.ts';
import { outFolder } from '#deploy/out-folder.ts';
import { abandon, begin, cacheOf, swap } from '#deploy/swap.ts';
import { EXAMPLE_SITE, SITE } from '#environment.ts';
import { contentDir } from '#reader/read.ts';
import { buildSite } from './site.ts';

const out = await outFolder(process.env.OUT_DIR || 'dist', [contentDir]);
if (SITE === EXAMPLE_SITE)
  console.warn(
    `注意: SITE_URL がないので、ページは自分のアドレスを ${EXAMPLE_SITE} と書きます。公開するときは SITE_URL を指定してください。`,
  );
const logLevel = process.argv.includes('--silent') ? 'silent' : 'info';
const unlock = await lockBuild();
try {
  await buildSite(await begin(out), cacheOf(out), logLevel);
  await swap(out);
} catch (error) {
  tell(error);
  await abandon(out);
} finally {
  unlock();
}
// Astro may have left something running that nothing waits for.
if (process.exitCode === 1) process.exit();
