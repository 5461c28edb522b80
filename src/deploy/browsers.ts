/**
 * The oldest browsers that the site is built for: scripts and styles are written in what these
 * understand. They were three years old, or more, when the site was made (2026); Firefox 115 is the
 * long-term release for old systems. README names them to the public.
 */
export const OLDEST = {
  chrome: '115',
  edge: '115',
  firefox: '115',
  safari: '16.4',
  ios_saf: '16.4',
};

/** As Vite names them. */
export const VITE_TARGETS = Object.entries(OLDEST).map(
  ([name, version]) => name.replace('ios_saf', 'ios') + version,
);
