/**
 * Which pages the browser may have ready: it fetches one as soon as a reader points at its link, and
 * opens it where the reader rests on the link or touches it. Browsers leave both when the reader
 * saves data. The search is only fetched: opened, it would load its index.
 */
export function speculationRules(base: string, search: string): string {
  const pages = [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }];
  const rule = (eagerness: string, where: object[]) => [{ where: { and: where }, eagerness }];
  return JSON.stringify({
    prefetch: rule('eager', pages),
    prerender: rule('moderate', [...pages, { not: { href_matches: `${search}*` } }]),
  });
}
