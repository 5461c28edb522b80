/**
 * `npm run check`: judges the content and says in Japanese what to mend. It is a build without
 * pictures and compressed copies into a folder that is thrown away, so it agrees with the build.
 */
import './checkout-name.ts';
import { tell } from './plain-failures.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockBuild } from '#deploy/build-lock.ts';
import { buildSite } from './site.ts';

const room = await mkdtemp(path.join(tmpdir(), 'plan-check-'));
Object.assign(process.env, { OG_IMAGES: '0', PRECOMPRESS: '0' });
const unlock = await lockBuild();
try {
  await buildSite(path.join(room, 'dist'), path.join(room, 'cache'), 'silent');
} catch (error) {
  tell(error);
} finally {
  unlock();
  await rm(room, { recursive: true, force: true, maxRetries: 5 });
}
// Astro may have left something running that nothing waits for.
if (process.exitCode === 1) process.exit();
