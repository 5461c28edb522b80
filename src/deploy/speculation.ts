/**
 * Speculation rules: a page is prefetched when its link is hovered and prerendered when the pointer
 * rests on it or touches it. Browsers do neither in data-saving mode. The search page is only
 * prefetched, since prerendering would load its index.
 */
export function speculationRules(base: string, search: string): string {
  const pages = [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }];
  const rule = (eagerness: string, where: object[]) => [{ where: { and: where }, eagerness }];
  return JSON.stringify({
    prefetch: rule('eager', pages),
    prerender: rule('moderate', [...pages, { not: { href_matches: `${search}*` } }]),
  });
}
