/**
 * Which links the browser may open ahead, when a reader rests on one or touches it. Browsers leave
 * it when the reader saves data. The search is only fetched ahead: opened, it would load its index.
 */
export function speculationRules(base: string, search: string): string {
  const pages = [{ href_matches: `${base}*` }, { not: { href_matches: `${base}*.*` } }];
  const searching = { href_matches: `${search}*` };
  const rule = (where: object[]) => [{ where: { and: where }, eagerness: 'moderate' }];
  return JSON.stringify({
    prerender: rule([...pages, { not: searching }]),
    prefetch: rule([...pages, searching]),
  });
}
