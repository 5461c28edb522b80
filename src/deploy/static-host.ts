/** `_headers` and `_redirects`, as Netlify, Cloudflare Pages and their like read them. */
import type { HeaderRule } from './headers.ts';
import type { Redirect } from './redirects.ts';

export function headersFile(rules: readonly HeaderRule[], base: string): string {
  return rules
    .flatMap(({ path, headers }) => pathsOf(path).map((one) => ({ path: one, headers })))
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${path}\n${lines.join('')}`;
    })
    .join('\n');
}

/** Cloudflare Pages sends the reader of `plan.html` on to `plan`. */
const pathsOf = (path: string) =>
  path.endsWith('.html') ? [path, path.slice(0, -'.html'.length)] : [path];

export function redirectsFile(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}
