/** Draws the sharing pictures after a build; OG_IMAGES=0 leaves them out. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtPlan } from '#reader/read.ts';
import { PICTURES } from '#share/cards.ts';

export function sharePictures(): AstroIntegration {
  return {
    name: 'plan-share-pictures',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (!PICTURES) return;
        // The renderer is native code: loaded only where a picture may be made.
        const { writePictures, CACHE } = await import('#share/render.ts');
        const { pictures, bytes, made } = await writePictures(
          await builtPlan(),
          fileURLToPath(dir),
          CACHE,
        );
        logger.info(`${String(pictures)} pictures, ${String(bytes)} bytes, ${String(made)} drawn`);
      },
    },
  };
}
