/** The built site, each page parsed once. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { parse, type HTMLElement } from 'node-html-parser';
import { BASE } from '#urls.ts';
import { pageFiles, pathOf } from '../dist-folder.ts';

export interface BuiltPage {
  /** Path of the page with the base: `/goals/`. */
  url: string;
  html: string;
  root: HTMLElement;
  ids: string[];
}
export interface Site {
  dir: string;
  base: string;
  /** By path. */
  pages: Map<string, BuiltPage>;
}

/** Reads a site that was built into `dir` to be published below `base`. */
export function readSite(dir: string, base: string): Site {
  const pages = pageFiles(dir).map((file): BuiltPage => {
    const html = readFileSync(path.join(dir, file), 'utf8');
    const root = parse(html, { comment: false });
    const ids = root.querySelectorAll('[id]').map((element) => element.id);
    return { url: base + pathOf(file), html, root, ids };
  });
  if (pages.length === 0) throw new Error(`${dir} holds no page: run npm run build first`);
  return { dir, base, pages: new Map(pages.map((page) => [page.url, page])) };
}

let built: Site | undefined;
/** The site that `npm run build` made. */
export const builtSite = () => (built ??= readSite(process.env.OUT_DIR ?? 'dist', BASE));

/** The document of a page that it must have. */
export function documentAt(url: string): HTMLElement {
  const root = builtSite().pages.get(url)?.root;
  if (!root) throw new Error(`no page ${url}`);
  return root;
}

const REFERENCES = [
  ['a', 'href'],
  ['area', 'href'],
  ['link', 'href'],
  ['form', 'action'],
  ['script', 'src'],
  ['img', 'src'],
  ['source', 'src'],
  ['use', 'href'],
] as const;

export interface Reference {
  tag: string;
  href: string;
}

/** Whether its address has moved, so that it leads on at once, or has ended. */
export const leadsElsewhere = ({ html }: BuiltPage): boolean =>
  /http-equiv="refresh" content="0;|<meta name="robots" content="noindex"/.test(html);

/** Everything a page points to, as written. */
export const referencesOf = (page: BuiltPage): Reference[] =>
  REFERENCES.flatMap(([tag, attribute]) =>
    page.root
      .querySelectorAll(`${tag}[${attribute}]`)
      .map((element) => ({ tag, href: element.getAttribute(attribute) ?? '' })),
  );

/** The origin that stands for this site while links are resolved. */
export const ORIGIN = 'http://site.test';

export const resolve = (page: BuiltPage, href: string) => new URL(href, ORIGIN + page.url);

/** Why a reference leads nowhere, or undefined if it leads somewhere (or out of the site). */
export function broken(site: Site, page: BuiltPage, { href }: Reference): string | undefined {
  const url = resolve(page, href);
  if (url.origin !== ORIGIN) return undefined;
  if (!url.pathname.startsWith(site.base)) return 'leads out of the base path';
  const target = site.pages.get(url.pathname);
  if (!target) {
    const file = path.join(site.dir, decodeURI(url.pathname.slice(site.base.length)));
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? undefined : 'no such page or file';
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  return fragment === '' || target.ids.includes(fragment) ? undefined : 'no such fragment';
}

/** Every broken reference of a site, as `page → href: why`. */
export const brokenReferences = (site: Site): string[] =>
  [...site.pages.values()].flatMap((page) =>
    referencesOf(page).flatMap((reference) => {
      const why = broken(site, page, reference);
      return why ? [`${page.url} → ${reference.href}: ${why}`] : [];
    }),
  );

/** The rules for every page that html-validate recommends, and those beside that it only has. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'heading-level': 'error', 'no-inline-style': ['error', { allowedProperties: [] }] },
});

/** What is wrong with the HTML of a page, each with its place. */
export const htmlFaults = ({ html, url }: BuiltPage): string[] =>
  validator
    .validateStringSync(html, url)
    .results.flatMap(({ messages }) => messages)
    .map(({ line, column, ruleId, message, selector }) =>
      `${String(line)}:${String(column)} ${ruleId} ${message} (${selector ?? ''})`.trim(),
    );
