/**
 * Tailwind writes the utilities of the whole site into the styles of each page. What no page with the
 * same styles uses is left out of them, by PurgeCSS, and a size of the theme stands where it is used;
 * pages of one kind keep one and the same text, so that one hash allows it in their policy.
 */
import { readFile } from 'node:fs/promises';
import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';

/** Not <meta>, which holds words of the plan. */
const TAG = /<(?!meta)[a-z][^>]*>/g;
/** As Tailwind writes it. */
const THEME = /:root,:host\{[^}]*\}/;
const PROPERTY = /(--[\w-]+):([^;{}]+);?/g;
const STYLE = /(<style>)([^]*?)(?=<\/style>)/g;

/**
 * The used part of each distinct `<style>` text that the pages have, by that text. `pages` (whose
 * attributes hold no `<` or `>`) and `scripts` (which may add elements and classes) are paths of files.
 */
export async function usedStyles(
  pages: readonly string[],
  scripts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const pagesOf = new Map<string, string[]>();
  for (const page of pages)
    for (const [, , style = ''] of (await readFile(page, 'utf8')).matchAll(STYLE))
      pagesOf.set(style, [...(pagesOf.get(style) ?? []), page]);
  const used = new Map<string, string>();
  for (const [style, users] of pagesOf) {
    const [left] = await new PurgeCSS().purge({
      content: [...users, ...scripts],
      css: [{ raw: style }],
      extractors: [
        { extensions: ['html'], extractor: namesInTags },
        { extensions: ['js'], extractor: (script) => script.match(/[a-z][\w-]*/gi) ?? [] },
      ],
      // Set by the browser itself.
      dynamicAttributes: ['open'],
      // A selector of pseudo-classes alone (`:focus-visible`, `:is(…):hover`) may hold of any element.
      safelist: [/^:/],
      variables: true,
      keyframes: true,
    });
    used.set(style, withConstants(minified(left?.css ?? style)));
  }
  return used;
}

/** What the theme sets once, without asking for another property, is written where it is used. */
function withConstants(css: string): string {
  const [theme = ''] = THEME.exec(css) ?? [];
  let folded = css;
  for (const [declaration, name = '', value = ''] of theme.matchAll(PROPERTY)) {
    const used = `var(${name})`;
    const others = css.replaceAll(used, '').match(new RegExp(`${name}(?![\\w-])`, 'g'));
    if (others?.length === 1 && !value.includes('var('))
      folded = folded.replace(declaration, '').replaceAll(used, () => value);
  }
  return folded;
}

/**
 * Once more as Vite does it, since rules have come to stand side by side or to be empty. Before
 * constants are written: then `font` would be moved behind what it resets.
 */
const minified = (css: string): string =>
  transform({ filename: 'page.css', code: Buffer.from(css), minify: true }).code.toString();

/** Names as HTML writes them, and classes of Tailwind (`lg:columns-3`). */
function namesInTags(html: string): string[] {
  const tags = html.match(TAG)?.join(' ') ?? '';
  return [/[\w-]+/g, /[\w:./%-]+/g].flatMap((name) => tags.match(name) ?? []);
}

/** The page with its styles replaced by their used part. */
export const withUsedStyles = (html: string, used: ReadonlyMap<string, string>): string =>
  html.replace(STYLE, (_, tag: string, style: string) => tag + (used.get(style) ?? style));
