/**
 * The site's own part of an nginx configuration, from the same table as the static hosts' files.
 * Every header is a variable that a map chooses by status and address: `add_header` in a `location`
 * would drop those around it, and a refusal must not be kept as long as the page it refuses.
 *
 * Several plans may stand on one nginx: what a plan adds to the `http` and `server` blocks is named
 * by its own address.
 */
import { hash } from 'node:crypto';
import { everywhere, isText, TYPES, type HeaderRule } from './headers.ts';
import type { Redirect } from './rules.ts';

/** Where the plan is published. */
export interface Place {
  site: string;
  base: string;
}

/** Sent by nginx itself, from {@link TYPES}. */
const BY_TYPES = 'Content-Type';
/** Stands for the document root, which only a release knows: `deploy/nginx/publish.sh`. */
const ROOT = '@DOCUMENT_ROOT@';

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Several plans may stand on one nginx: each names its variables by its own address. */
function variable(header: string, { site, base }: Place): string {
  const plan = hash('sha256', `${site}${base}`).slice(0, 8);
  return `$plan_${plan}_${header.toLowerCase().replaceAll('-', '_')}`;
}

function namesOf(rules: readonly HeaderRule[]): string[] {
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  for (const name of [BY_TYPES, ...Object.keys(everywhere('/'))]) names.delete(name);
  return [...names];
}

/** Answers that hold a page or a file, or say that it has not changed; with the site's own 404. */
const ANSWERED = '(?:200|206|304|404)';

/** A rule's path as the key of a map of status and `$uri`, which names the file that answers. */
function pattern(path: string, base: string): string {
  if (path.endsWith('*')) return quoted(`~^${ANSWERED} ${escaped(base + path.slice(0, -1))}`);
  const index = path === '' || path.endsWith('/') ? '(?:index\\.html)?' : '';
  return quoted(`~^${ANSWERED} ${escaped(base + path)}${index}$`);
}

/** For the `http` block: the value of each header by address. */
export function nginxMaps(rules: readonly HeaderRule[], place: Place): string {
  const maps = namesOf(rules).map((name) => {
    const rows = rules.flatMap(({ path, headers }) => {
      const value = headers[name];
      return value === undefined ? [] : [`  ${pattern(path, place.base)} ${quoted(value)};\n`];
    });
    return `map "$status $uri" ${variable(name, place)} {\n${rows.join('')}}\n`;
  });
  const allow = `map $status ${variable('Allow', place)} {\n  405 'GET, HEAD';\n}\n`;
  return [...maps, allow].join('\n');
}

const addHeader = (name: string, value: string) => `add_header ${name} ${value} always;\n`;
const addEverywhere = (base: string) =>
  Object.entries(everywhere(base)).map(([name, value]) => addHeader(name, quoted(value)));

/** For the `server` block, once for all its plans: the settings outside of their locations. */
export const nginxServer = ({ base }: Place): string =>
  ['server_tokens off;\n', 'absolute_redirect off;\n', ...addEverywhere(base)].join('');

/** For the `server` block, for each plan: its files, types, headers, error page and redirects. */
export function nginxSite(
  rules: readonly HeaderRule[],
  redirects: readonly Redirect[],
  place: Place,
): string {
  const { base } = place;
  const types = Object.entries(TYPES).map(([ending, type]) => `${type} ${ending};\n`);
  const charsets = new Set(Object.values(TYPES).filter(isText));
  charsets.delete('text/html');
  const within = [
    `root ${quoted(ROOT)};\n`,
    'index index.html;\n',
    `types {\n${indented(types)}}\n`,
    'default_type application/octet-stream;\n',
    'charset utf-8;\n',
    `charset_types ${[...charsets].join(' ')};\n`,
    // A part that cannot be had would be answered with the headers twice.
    'max_ranges 0;\n',
    `error_page 404 ${base}404.html;\n`,
    // A folder without a page.
    `error_page 403 =404 ${base}404.html;\n`,
    ...addEverywhere(base),
    ...[...namesOf(rules), 'Allow'].map((name) => addHeader(name, variable(name, place))),
    ...redirects.map(({ from, to }) => `location = ${from} {\n  return 301 ${to};\n}\n`),
    ...['_build/', '_nginx/'].map((folder) => `location ^~ ${base}${folder} {\n  return 404;\n}\n`),
    ...['_headers', '_redirects'].map((file) => `location = ${base}${file} {\n  return 404;\n}\n`),
  ];
  const slashless = base.slice(0, -1);
  return [
    `location ${base} {\n${indented(within)}}\n`,
    slashless && `location = ${slashless} {\n  return 301 ${base};\n}\n`,
  ].join('');
}

const indented = (parts: readonly string[]) => parts.join('').replace(/^(?=.)/gm, '  ');
