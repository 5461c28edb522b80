/** The rules that a built folder carries for the servers it may stand on. */
import { writeInside } from './built-folder.ts';
import { headerRules, type HeaderRule, type SiteFile } from './headers.ts';
import { nginxMaps, nginxServer, nginxSite, type Place } from './nginx.ts';

/** A page has moved by `redirects.yaml`: a server may answer so. With the base. */
export interface Redirect {
  from: string;
  to: string;
}

export async function writeRules(
  dist: string,
  files: readonly SiteFile[],
  redirects: readonly Redirect[],
  place: Place,
): Promise<void> {
  const rules = headerRules(files, place.base);
  for (const [file, text] of Object.entries({
    _headers: headersFile(rules, place.base),
    _redirects: redirects.map(({ from, to }) => `${from} ${to} 301\n`).join(''),
    '_nginx/maps.conf': nginxMaps(rules, place),
    '_nginx/server.conf': nginxServer(place),
    '_nginx/site.conf': nginxSite(rules, redirects, place),
  }))
    await writeInside(dist, file, text);
}

/** As Netlify, Cloudflare Pages and their like read it. */
function headersFile(rules: readonly HeaderRule[], base: string): string {
  return rules
    .flatMap(({ path: rulePath, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      // Cloudflare Pages sends the reader of `plan.html` on to `plan`.
      const paths = new Set([rulePath, rulePath.replace(/\.html$/, '')]);
      return [...paths].map((shown) => `${base}${shown}\n${lines.join('')}`);
    })
    .join('\n');
}

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
