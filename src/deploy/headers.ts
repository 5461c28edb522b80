/**
 * The one table of response headers. The rules for static hosts and for nginx
 * are both printed from it, so they cannot disagree.
 */
import mediaTypes from './media-types.json' with { type: 'json' };
import { headerPolicy, joinNeeds, type Needs } from './content-security-policy.ts';

export type Headers = Record<string, string>;

/** Paths below the base: `path` itself or, where it ends in `*`, whatever begins with the rest. */
export interface HeaderRule {
  path: string;
  headers: Headers;
}

/** A file of the site; a page has needs. */
export interface SiteFile {
  /** Path inside `dist/`, with `/`. */
  path: string;
  needs?: Needs;
}

const YEAR = 31_536_000;
const FEATURES =
  'accelerometer autoplay browsing-topics camera display-capture encrypted-media geolocation ' +
  'gyroscope magnetometer microphone midi payment usb xr-spatial-tracking';

/**
 * Sent with every response, errors included. A plan below a path shares its host with other sites:
 * it promises nothing for the hosts below that.
 */
export const everywhere = (base: string): Headers => ({
  'Strict-Transport-Security': `max-age=${String(YEAR)}${base === '/' ? '; includeSubDomains' : ''}`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': FEATURES.split(' ')
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
});

/** Short, so that a prefetched page is not requested again when it is opened. */
const REVALIDATED = 'max-age=300, must-revalidate';
const IMMUTABLE = `max-age=${String(YEAR)}, immutable`;
const OWN = { 'Cross-Origin-Resource-Policy': 'same-origin' };
/** The plan's data and pictures are for everyone's use, from every site. */
const OPEN = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' };

/**
 * Types by a file's ending. Texts are UTF-8. The `open` ones are of use to other sites; the rest serves
 * this site's own pages.
 */
export const TYPES: Readonly<Record<string, string>> = { ...mediaTypes.own, ...mediaTypes.open };
/** What browsers may fetch ahead. */
export const SPECULATION_FILE = 'pages.speculationrules';

const TEXT = /^text\/|[/+](?:xml|json)$|^application\/manifest/;
export const isText = (type: string) => TEXT.test(type);
/** The Content-Type, with its charset. */
export const contentType = (type: string) => (isText(type) ? `${type}; charset=utf-8` : type);

/** Files whose name changes with their content. */
const FINGERPRINTED =
  /^_astro\/|^pagefind\/(?:fragment|index|filter)\/|^pagefind\/pagefind\.\w+\.pf_meta$/;

const ending = (path: string) => path.slice(path.lastIndexOf('.') + 1);

/** The files that get the same headers; files of one class in one folder share a rule. */
function classOf({ path, needs }: SiteFile): string {
  if (needs) return 'page';
  if (FINGERPRINTED.test(path)) return 'fingerprinted';
  return `${ending(path) in mediaTypes.open ? 'open' : 'own'} ${ending(path)}`;
}

function headersOf(files: readonly SiteFile[], { base, notFound }: Around): Headers {
  const [first] = files;
  if (!first) return {};
  const kind = classOf(first);
  if (kind === 'fingerprinted') return { 'Cache-Control': IMMUTABLE, ...OWN };
  if (kind === 'page')
    return {
      'Cache-Control': REVALIDATED,
      ...OWN,
      'Content-Security-Policy': headerPolicy(
        joinNeeds([...files.flatMap(({ needs }) => needs ?? []), ...notFound]),
      ),
      'Speculation-Rules': `"${base}${SPECULATION_FILE}"`,
    };
  return {
    'Content-Type': contentType(typeOf(first.path)),
    'Cache-Control': REVALIDATED,
    ...(kind.startsWith('open') ? OPEN : OWN),
  };
}

function typeOf(path: string): string {
  const type = TYPES[ending(path)];
  if (!type) throw new Error(`no type for ${path}: add its ending to media-types.json`);
  return type;
}

/** What the rules of a file depend on besides it. */
interface Around {
  base: string;
  /**
   * What the page for unknown addresses needs: static hosts give it the headers of the address that
   * was asked for, which may be below any folder of pages.
   */
  notFound: readonly Needs[];
}

/**
 * The rules for all files, each file under exactly one of them besides `*`: one rule for a folder
 * whose files get the same headers, else one for each file.
 */
export function headerRules(files: readonly SiteFile[], base: string): HeaderRule[] {
  const notFound = files.flatMap(({ path, needs }) => (path === '404.html' && needs ? needs : []));
  return [{ path: '*', headers: everywhere(base) }, ...folderRules('', files, { base, notFound })];
}

function folderRules(folder: string, files: readonly SiteFile[], around: Around): HeaderRule[] {
  if (folder && new Set(files.map(classOf)).size === 1) {
    // No type: an address below the folder that has no file is answered with a page.
    const { 'Content-Type': _, ...headers } = headersOf(files, around);
    return [{ path: `${folder}*`, headers }];
  }
  const next = ({ path }: SiteFile) => path.slice(0, path.indexOf('/', folder.length) + 1);
  return [...Map.groupBy(files, next)].flatMap(([below, inside]) =>
    below
      ? folderRules(below, inside, around)
      : inside.map((file) => ({
          path: file.path.replace(/(^|\/)index\.html$/, '$1'),
          headers: headersOf([file], around),
        })),
  );
}
