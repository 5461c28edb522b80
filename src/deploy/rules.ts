/** The rules that a built folder carries for the servers it may stand on. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { headerRules, type SiteFile } from './headers.ts';
import { nginxMaps, nginxServer, nginxSite, type Place } from './nginx.ts';
import type { Redirect } from './redirects.ts';
import { headersFile, redirectsFile } from './static-host.ts';

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
    _redirects: redirectsFile(redirects),
    '_nginx/maps.conf': nginxMaps(rules, place),
    '_nginx/server.conf': nginxServer(place),
    '_nginx/site.conf': nginxSite(rules, redirects, place),
  }))
    await writeFile(path.join(dist, file), text);
}
