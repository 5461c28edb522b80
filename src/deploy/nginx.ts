/**
 * The site's own part of an nginx configuration, from the same table as the static hosts' files.
 * Every header is a variable that a map chooses by address: `add_header` in a `location` would drop
 * those around it.
 */
import { isText, SPECULATION, TYPES, type HeaderRule } from './headers.ts';
import type { Redirect } from './redirects.ts';

/** Sent by nginx itself, from {@link TYPES}. */
const OWN_WORD = 'Content-Type';
const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const variable = (header: string) => `$plan_${header.toLowerCase().replaceAll('-', '_')}`;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function namesOf(rules: readonly HeaderRule[]): string[] {
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  names.delete(OWN_WORD);
  return [...names];
}

/** A rule's path as the key of a map of `$uri`, which names the file that answers. */
function pattern(path: string, base: string): string {
  if (path === '*') return 'default';
  if (path.endsWith('*')) return quoted(`~^${escaped(base + path.slice(0, -1))}`);
  const index = path === '' || path.endsWith('/') ? '(?:index\\.html)?' : '';
  return quoted(`~^${escaped(base + path)}${index}$`);
}

/** For the `http` block: the value of each header by address. */
export function nginxMaps(rules: readonly HeaderRule[], base: string): string {
  return namesOf(rules)
    .map((name) => {
      const rows = rules.flatMap(({ path, headers }) => {
        const value = headers[name];
        return value === undefined ? [] : [`  ${pattern(path, base)} ${quoted(value)};\n`];
      });
      return `map $uri ${variable(name)} {\n${rows.join('')}}\n`;
    })
    .join('\n');
}

/** For the `server` block: types, headers, error page and redirects. */
export function nginxServer(
  rules: readonly HeaderRule[],
  redirects: readonly Redirect[],
  base: string,
): string {
  const types = Object.entries(TYPES).map(([ending, type]) => `  ${type} ${ending};\n`);
  const charsets = new Set([...Object.values(TYPES), SPECULATION.type].filter(isText));
  charsets.delete('text/html');
  return [
    `types {\n${types.join('')}}\n`,
    'default_type application/octet-stream;\ncharset utf-8;\n',
    `charset_types ${[...charsets].join(' ')};\n`,
    `location = ${base}${SPECULATION.file} {\n  types {}\n  default_type ${SPECULATION.type};\n}\n`,
    ...redirects.map(({ from, to }) => `location = ${from} {\n  return 301 ${to};\n}\n`),
    `location ^~ ${base}_nginx/ {\n  return 404;\n}\n`,
    ...['_headers', '_redirects'].map((file) => `location = ${base}${file} {\n  return 404;\n}\n`),
    `error_page 404 ${base}404.html;\n`,
    ...namesOf(rules).map((name) => `add_header ${name} ${variable(name)} always;\n`),
  ].join('');
}
