/**
 * `npm run check`: judges the content and says in Japanese what to mend. It is a build without
 * pictures and compressed copies into a folder that is thrown away, so it agrees with the build.
 */
import './checkout-name.ts';
import { tell } from './plain-failures.ts';
import { rm } from 'node:fs/promises';

const OUT_DIR = '.cache/check';
Object.assign(process.env, { OG_IMAGES: '0', PRECOMPRESS: '0', OUT_DIR });
// Astro and its configuration look at the environment as they are loaded.
const { build } = await import('astro');
await build({ logLevel: 'silent' }).catch(tell);
await rm(OUT_DIR, { recursive: true, force: true, maxRetries: 5 });
// Astro may have left something running that nothing waits for.
if (process.exitCode === 1) process.exit();
