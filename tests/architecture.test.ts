/** Which room of `src/` may use which. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Of each room: the rooms it may import from, besides itself, and the packages. */
const rooms: Record<string, { from: string[]; packages?: RegExp }> = {
  /** Bodies of content files as trees. */
  text: { from: [], packages: /^(mdast|micromark)/ },
  model: { from: ['text'], packages: /^zod$/ },
  strings: { from: [] },
  environment: { from: ['model'] },
  urls: { from: ['environment', 'model'] },
  /** The pages of the site. */
  routes: { from: ['model', 'urls', 'strings'] },
  /** The ordered walk of the plan. */
  document: { from: ['model', 'text', 'urls'] },
  /** Addresses: which are promised, which have moved. */
  links: { from: ['model', 'urls', 'strings', 'routes', 'document', 'text'] },
  reader: { from: ['model', 'links', 'text'], packages: /^(node:|zod$|yaml$|astro\/loaders$)/ },
  'content.config': { from: ['model', 'reader', 'text'], packages: /^(astro[:/]|node:url$)/ },
  'build-date': { from: [], packages: /^node:/ },
  plan: { from: ['model', 'links', 'reader'], packages: /^(node:path|astro:content)$/ },
  search: { from: ['model', 'urls'] },
  export: { from: ['model', 'urls', 'strings', 'document'], packages: /^(zod|node:crypto)$/ },
  /** What a page tells those who point to it: its picture and its structured data. */
  share: {
    from: ['model', 'urls', 'strings', 'routes', 'export', 'styles'],
    packages: /^(node:|sharp$|p-limit$|@resvg\/resvg-js$|schema-dts$)/,
  },
  elements: { from: ['search'], packages: /^virtual:/ },
  components: {
    from: [
      ...['model', 'search', 'urls', 'routes', 'strings', 'elements', 'plan'],
      ...['export', 'links', 'share', 'document', 'text', 'styles', 'build-date'],
    ],
  },
  layouts: {
    from: [
      ...['components', 'model', 'plan', 'urls', 'routes', 'strings', 'styles', 'elements'],
      ...['links'],
    ],
  },
  pages: {
    from: [
      'build-date',
      ...['layouts', 'components', 'elements', 'plan', 'export', 'search', 'model'],
      ...['urls', 'routes', 'strings', 'links', 'styles', 'document', 'share'],
    ],
    packages: /^(astro([:/]|$)|virtual:|uqr$)/,
  },
  deploy: { from: ['model'], packages: /^node:/ },
  integrations: {
    from: ['deploy', 'links', 'reader', 'model', 'search', 'export', 'share', 'urls'],
    packages: /^(node:|astro$|pagefind$)/,
  },
  /** Pages on the editor's own machine. */
  edit: {
    from: ['model', 'reader', 'links', 'urls', 'deploy'],
    packages: /^(node:|zod$|yaml$|astro$|wanakana$)/,
  },
  commands: {
    from: ['edit', 'reader', 'model', 'urls', 'links', 'share', 'deploy', 'environment'],
    packages: /^(node:|astro$)/,
  },
  styles: { from: [] },
};

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative('src', path.join(entry.parentPath, entry.name)))
  .map((file) => file.split(path.sep).join('/'))
  .sort();

const sources = files.map((file) => ({ file, text: readFileSync(`src/${file}`, 'utf8') }));

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\('([^']+)'\)/g;
const importsOf = (text: string) =>
  [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** `model/plan.ts` → model; `urls.ts` → urls. */
const roomOf = (file: string) => file.split('/')[0]?.replace(/\.[a-z]+$/, '') ?? '';

/** The file in `src/` that an import names, or undefined for a package. */
function target(file: string, name: string): string | undefined {
  if (name.startsWith('#')) return name.slice(1);
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name);
  return undefined;
}

describe('the rooms', () => {
  it('are all known', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in rooms))).toEqual([]);
  });

  it.each(Object.entries(rooms))('%s imports only what it may', (room, { from, packages }) => {
    const wrong = sources
      .filter(({ file }) => roomOf(file) === room)
      .flatMap(({ file, text }) => importsOf(text).map((name) => ({ file, name })))
      .filter(({ file, name }) => {
        const found = target(file, name);
        if (found === undefined) return !packages?.test(name);
        const other = roomOf(found);
        return other !== room && !from.includes(other);
      });
    expect(wrong).toEqual([]);
  });

  it('are seen by this test: known imports are found', () => {
    const found = sources.flatMap(({ file, text }) =>
      importsOf(text).map((name) => target(file, name) ?? name),
    );
    for (const known of ['model/plan.ts', 'zod', 'astro:content', 'styles/global.css'])
      expect(found).toContain(known);
  });
});
