/** The rules that a built folder carries for the servers it may stand on. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
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
  await mkdir(path.join(dist, '_nginx'), { recursive: true });
  for (const [file, text] of Object.entries({
    _headers: headersFile(rules, place.base),
    _redirects: redirects.map(({ from, to }) => `${from} ${to} 301\n`).join(''),
    '_nginx/maps.conf': nginxMaps(rules, place),
    '_nginx/server.conf': nginxServer(place),
    '_nginx/site.conf': nginxSite(rules, redirects, place),
  }))
    await writeFile(path.join(dist, file), text);
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
