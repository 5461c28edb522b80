/** Draws the sharing pictures that the build listed; OG_IMAGES=0 leaves them out. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Picture } from '#share/pictures.ts';
import { readBuilt } from './built.ts';

export function sharePictures(): AstroIntegration {
  return {
    name: 'plan-share-pictures',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const listed = await readBuilt<Picture[]>(dir, 'pictures');
        if (listed.length === 0) return;
        // The renderer is native code: loaded only where a picture may be made.
        const { writePictures, CACHE } = await import('#share/render.ts');
        const { pictures, bytes, made } = await writePictures(listed, fileURLToPath(dir), CACHE);
        logger.info(`${String(pictures)} pictures, ${String(bytes)} bytes, ${String(made)} drawn`);
      },
    },
  };
}
