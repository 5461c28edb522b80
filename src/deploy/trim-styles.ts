/**
 * Leaves of a style sheet the rules that a page can use. A rule goes only when each of its selectors
 * asks for an element, class, id or attribute that the page does not have; states (`:hover`,
 * `:target`), media and everything that is not a style rule stay, but for the sizes of paper that no
 * rule asks for.
 */
import { Features, transform, type Selector, type SelectorComponent } from 'lightningcss';
import { CSS_TARGETS } from './browsers.ts';
import type { UsedNames } from './used-names.ts';

/**
 * The name that Tailwind signs its sheets with. Of its own source they hold nothing: no preflight, no
 * theme, only the utilities that it writes for the classes of our markup.
 */
const SIGNATURE = /\/\*! tailwindcss [^]*?\*\/\s*/g;

/** The styles, minified, for a page that uses `names`. Layers keep their order. */
export function trimStyles(css: string, names: UsedNames): string {
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css.replace(SIGNATURE, '')),
    visitor: {
      Rule: {
        style: ({ value }) =>
          value.selectors.some((selector) => canMatch(selector, names)) ? undefined : [],
      },
      Selector: (selector) => (canMatch(selector, names) ? undefined : []),
    },
  });
  let text = withoutPapers(code.toString());
  // A custom property may be read by another that then falls away in turn.
  for (let before = ''; text !== before;) {
    before = text;
    text = transform({
      filename: 'page.css',
      code: Buffer.from(text),
      minify: true,
      unusedSymbols: unreadProperties(text, names),
    }).code.toString();
  }
  // Once, at the end: written for older browsers, styles do not stay as they are when they are
  // written for them again.
  return transform({
    filename: 'page.css',
    code: Buffer.from(text),
    minify: true,
    targets: CSS_TARGETS,
    // Otherwise written beside every `color-scheme`, whether a rule asks for it or not.
    exclude: text.includes('light-dark(') ? 0 : Features.LightDark,
  }).code.toString();
}

/** Without the `@page` rules of a name that no `page` gives. */
function withoutPapers(css: string): string {
  const asked = new Set(Array.from(css.matchAll(/\bpage:\s*([\w-]+)/g), ([, name]) => name));
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css),
    visitor: {
      Rule: {
        page: ({ value: { selectors } }) =>
          selectors.every(({ name }) => name != null && !asked.has(name)) && selectors.length > 0
            ? []
            : undefined,
      },
    },
  });
  return code.toString();
}

function canMatch(selector: Selector, names: UsedNames): boolean {
  return selector.every((part) => canMatchPart(part, names));
}

function canMatchPart(part: SelectorComponent, names: UsedNames): boolean {
  switch (part.type) {
    case 'type':
      return names.elements.has(part.name.toLowerCase()) || names.said.has(part.name);
    case 'class':
      return names.classes.has(part.name) || names.said.has(part.name);
    case 'id':
      return names.ids.has(part.name) || names.said.has(part.name);
    case 'attribute': {
      if (names.set.has(part.name)) return true;
      if (!names.attributes.has(part.name)) return false;
      const { operation } = part;
      if (operation?.operator !== 'equal') return true;
      if (part.name === 'class' || operation.caseSensitivity?.startsWith('ascii')) return true;
      return names.values.has(`${part.name}=${operation.value}`);
    }
    case 'pseudo-class':
      if (part.kind !== 'is' && part.kind !== 'where' && part.kind !== 'has') return true;
      return part.selectors.some((selector) => canMatch(selector, names));
    default:
      return true;
  }
}

/** Custom properties that the styles set but neither they nor the page read. */
function unreadProperties(css: string, names: UsedNames): string[] {
  const declared = new Set(css.match(/--[\w-]+(?=\s*[:{])/g));
  const read = new Set(
    Array.from(css.matchAll(/(?:var|style)\(\s*(--[\w-]+)/g), ([, name]) => name),
  );
  return [...declared].filter((name) => !read.has(name) && !names.words.has(name));
}
