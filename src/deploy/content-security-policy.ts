/**
 * The Content-Security-Policy of a page: only what the page holds is allowed. It is in the
 * page itself (for hosts without headers) and, for all pages of a kind, in the header.
 */
import { hash } from 'node:crypto';

/** What a page needs to be allowed. */
export interface Needs {
  /** sha256 of each `<style>` of the page. */
  styles: ReadonlySet<string>;
  scripts: boolean;
  /** The page compiles WebAssembly and fetches its data: the search. */
  wasm: boolean;
}

/** A whole `<style>` or `<script>`, or another tag: the values of its attributes are no markup. */
const ELEMENT =
  /<(style|script)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1>|<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
/** Data in a script element is never run, so no policy applies to it. */
const DATA = /\btype="(?!module\b)[^"]*\/[^"]*json"/;

/** What a page needs. Throws for a page with an inline script. */
export function needsOf(html: string, wasm: boolean): Needs {
  const styles = new Set<string>();
  let scripts = false;
  for (const [, element, attributes = '', text = ''] of html.matchAll(ELEMENT)) {
    if (element === undefined) continue;
    if (element.toLowerCase() === 'style') styles.add(hash('sha256', text, 'base64'));
    else if (!DATA.test(attributes)) {
      if (!/\bsrc=/.test(attributes)) throw new Error(`inline script: ${text.slice(0, 80)}`);
      scripts = true;
    }
  }
  return { styles, scripts, wasm };
}

/** The policy for a `<meta>`. */
export function policy({ styles, scripts, wasm }: Needs): string {
  const style = [...styles].sort().map((hash) => `'sha256-${hash}'`);
  const directives = [
    "default-src 'none'",
    `style-src ${style.join(' ') || "'none'"}`,
    scripts && `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    // Asked by the search alone; elsewhere it harms nothing, and page checkers read robots.txt by it.
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return directives.filter((directive) => directive !== false).join('; ');
}

/** The policy for a header; only there `frame-ancestors` counts. */
export const headerPolicy = (needs: Needs): string => `${policy(needs)}; frame-ancestors 'none'`;

/** What any of the pages needs. */
export function joinNeeds(all: readonly Needs[]): Needs {
  return {
    styles: new Set(all.flatMap(({ styles }) => [...styles])),
    scripts: all.some(({ scripts }) => scripts),
    wasm: all.some(({ wasm }) => wasm),
  };
}
