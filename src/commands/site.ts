/** One build of the site, as `npm run build` and `npm run check` make it. */

/**
 * Builds into `out`; the caller holds the lock of the checkout. Throws what Astro throws; a
 * ContentError says why the content is refused.
 */
export async function buildSite(
  out: string,
  cacheDir: string,
  logLevel: 'info' | 'silent',
): Promise<void> {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    OUT_DIR: out,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  // Read only now: Astro and its configuration look at the environment as they are loaded.
  const { build } = await import('astro');
  // The list of entries for editors is written by `astro sync` alone (`postbuild`): a build of another
  // content folder would overwrite it.
  await build({ cacheDir, logLevel, experimental: { contentIntellisense: false } });
}
