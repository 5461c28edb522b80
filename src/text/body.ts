/**
 * The body of a content file: Markdown, of which a closed set is allowed. Official text is shown
 * through this tree in every edition, so nothing in it can run, and nothing can be lost unseen.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { Nodes, Root } from 'mdast';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'strong'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] }
  | { type: 'break' }
  | { type: 'footnoteReference'; identifier: string };
export type BodyBlock =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; children: BodyBlock[][] }
  /** Rows of cells; the first row holds the headings. */
  | { type: 'table'; children: Inline[][][] }
  | { type: 'footnoteDefinition'; identifier: string; children: BodyBlock[] };
export type Body = BodyBlock[];

/** Something in a body that cannot be published. `line` counts from 1 in the body. */
export interface BodyFault {
  line: number;
  found: string;
  expected: string;
}

const ALLOWED =
  '文字だけの段落、一覧（- か 1.）、**強調**、[リンク](https://…)、改行（行末の \\）、脚注（[^1]）、表だけ。記号をそのまま出すときは、前に \\ を付けるか全角で書く';
const ONE_LINE = '一つの段落は1行で書き、段落の間に空の行を1つ入れる';
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s]+$/u;

/** What a page beside the plan (content/pages/) may hold besides. */
export interface PageExtras {
  /** Names of the site's components, each used without attributes: `<SourceHash />`. */
  components: ReadonlySet<string>;
}

/** Parses a body; `extras` also allows headings, links within the site and the named components. */
export function parseBody(
  markdown: string,
  extras?: PageExtras,
): { body: Body; faults: BodyFault[] } {
  const faults: BodyFault[] = [];
  const lines = markdown.split('\n');
  for (const [index, line] of lines.entries()) {
    const item = line.replace(/^ +(?=(?:-|\d+\.) )/u, '');
    if (item.trim() !== item)
      faults.push({ line: index + 1, found: line, expected: '行の前後に空白を入れない' });
  }
  let root: Root;
  try {
    // `## Heading { #id }` is Astro's way to set an id; MDX itself would take it for an expression.
    const source = extras ? markdown.replace(/ \{ #[a-z][a-z0-9-]* \}$/gmu, '') : markdown;
    root = fromMarkdown(source, {
      extensions: [gfm({ singleTilde: false }), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    });
  } catch (error) {
    const { line = 1 } = error as { line?: number };
    const found = /[<{].*/u.exec(lines[line - 1] ?? '')?.[0] ?? lines[line - 1] ?? '';
    faults.push({ line, found, expected: ALLOWED });
    return { body: [], faults };
  }
  const refuse = (node: Nodes, expected: string, linesBelow = 0) => {
    const { start } = node.position ?? { start: { line: 1, column: 1 } };
    const line = start.line + linesBelow;
    const found = lines[line - 1]?.slice(linesBelow > 0 ? 0 : start.column - 1) ?? '';
    faults.push({ line, found, expected });
    return [];
  };
  const inlines = (nodes: readonly Nodes[]) => nodes.flatMap(inline);
  const blocks = (nodes: readonly Nodes[]) => nodes.flatMap(block);

  function inline(node: Nodes): Inline[] {
    switch (node.type) {
      case 'text':
        if (node.value.includes('\n')) return refuse(node, ONE_LINE, 1);
        return [{ type: 'text', value: node.value }];
      case 'strong':
        return [{ type: 'strong', children: inlines(node.children) }];
      case 'break':
        return [{ type: 'break' }];
      case 'footnoteReference':
        return [{ type: 'footnoteReference', identifier: node.identifier }];
      case 'link': {
        const [label] = node.children;
        if (label?.type === 'text' && node.url.endsWith(label.value))
          return plainAddress(node.url, label.value);
        if (!extras && !ADDRESS.test(node.url))
          return refuse(node, 'https:// か mailto: で始まるリンク');
        if (/^(?!https?:|mailto:)[a-z]+:/iu.test(node.url) || node.title != null)
          return refuse(node, ALLOWED);
        return [{ type: 'link', url: node.url, children: inlines(node.children) }];
      }
      default:
        return refuse(node, ALLOWED);
    }
  }

  function block(node: Nodes): BodyBlock[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: inlines(node.children) }];
      case 'list': {
        const children = node.children.map((item) =>
          item.checked == null ? blocks(item.children) : refuse(item, ALLOWED),
        );
        return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children }];
      }
      case 'table':
        return [
          {
            type: 'table',
            children: node.children.map((row) =>
              row.children.map((cell) => inlines(cell.children)),
            ),
          },
        ];
      case 'footnoteDefinition':
        return [
          {
            type: 'footnoteDefinition',
            identifier: node.identifier,
            children: blocks(node.children),
          },
        ];
      case 'heading':
        if (!extras || node.depth === 1) return refuse(node, ALLOWED);
        inlines(node.children);
        return [];
      case 'mdxJsxFlowElement': {
        const known = extras?.components.has(node.name ?? '') && node.children.length === 0;
        return known && node.attributes.length === 0 ? [] : refuse(node, ALLOWED);
      }
      default:
        return refuse(node, ALLOWED);
    }
  }
  return { body: blocks(root.children), faults: faults.sort((a, b) => a.line - b.line) };
}

/** A plain address becomes a link that ends where the Japanese text begins. */
function plainAddress(url: string, label: string): Inline[] {
  const shown = /^[!-~]+?(?=[.,:;!?)]*(?:[^!-~]|$))/u.exec(label)?.[0] ?? label;
  const rest = label.slice(shown.length);
  const link: Inline = {
    type: 'link',
    url: url.slice(0, url.length - rest.length),
    children: [{ type: 'text', value: shown }],
  };
  return rest === '' ? [link] : [link, { type: 'text', value: rest }];
}

/** The words of some nodes, without their markup. */
export function wordsOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}

/** The words of a body as plain text: a string for each paragraph, list item and row of a table. */
export function paragraphsOf(body: Body): string[] {
  return body.flatMap((block) => {
    if (block.type === 'paragraph') return [wordsOf(block.children)];
    if (block.type === 'list') return block.children.flatMap(paragraphsOf);
    if (block.type === 'table') return block.children.map((row) => row.map(wordsOf).join(' '));
    return paragraphsOf(block.children);
  });
}

/** A body of plain paragraphs. */
export const plainBody = (paragraphs: readonly string[]): Body =>
  paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));

/** Every run of words in a body, as its text nodes hold them. */
export function textsOf(body: Body): string[] {
  const texts = (nodes: readonly Inline[]): string[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') return [node.value];
      return 'children' in node ? texts(node.children) : [];
    });
  return body.flatMap((block) => {
    if (block.type === 'paragraph') return texts(block.children);
    if (block.type === 'list') return block.children.flatMap(textsOf);
    if (block.type === 'table') return block.children.flat().flatMap(texts);
    return textsOf(block.children);
  });
}
