/**
 * The body of a content file: Markdown, of which a closed set is allowed. Official text is shown
 * through this tree in every edition, so nothing in it can run, and nothing can be lost unseen.
 */
import { mdxToMdast, type MdastNode } from 'satteri';

/** A node of Markdown, of the kinds that a body may hold. The first row of a table is its headings. */
export type BodyNode =
  | { type: 'text'; value: string }
  | { type: 'break' }
  | { type: 'footnoteReference'; identifier: string }
  | BodyImage
  | ({ children: BodyNode[] } & (
      | { type: 'paragraph' | 'strong' | 'listItem' | 'table' | 'tableRow' | 'tableCell' }
      | { type: 'link'; url: string }
      | { type: 'list'; ordered: boolean; start: number }
      | { type: 'footnoteDefinition'; identifier: string }
    ));
export type Body = BodyNode[];
/** A picture by itself; `file` is its path inside `content/`. */
export interface BodyImage {
  type: 'image';
  file: string;
  alt: string;
}

/** Something in a body that cannot be published. `line` counts from 1 in the body. */
export interface BodyFault {
  line: number;
  found: string;
  expected: string;
}

const ALLOWED =
  '文字だけの段落、一覧（- か 1.）、**強調**、[リンク](https://…)、改行（行末の \\）、脚注（[^1]）、表、画像（![代替文](./名前.png)）だけ。記号をそのまま出すときは、前に \\ を付けるか全角で書く';
const ONE_LINE = '一つの段落は1行で書き、段落の間に空の行を1つ入れる';
const IMAGE_FILE = '同じフォルダーに置いた画像（png、jpg、webp。例: ./hiroba.png）';
const IMAGE_ALT =
  '![代替文](./名前.png) の形。代替文は、画像が見えない人にも同じことが伝わることば';
const NO_ADDRESS = '[名前](アドレス) か ![代替文](./名前.png) の形（アドレスに空白を入れない）';
/** As Astro renders a page: `## Heading { #id }` sets an id. */
const FEATURES = { smartPunctuation: false, headingAttributes: true, frontmatter: false };
const NO_FOOTNOTE = '[^1] の形と、その説明の1行（[^1]: 説明）';
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s]+$/u;

/** What stands around a body. */
export interface Surroundings {
  /** The path inside `content/` of an image that the body names (`./name.png`). */
  imageFile?: (name: string) => string | undefined;
  /**
   * Set for a page beside the plan (content/pages/), which may hold headings, links within the site
   * and the components of these names, each used without attributes: `<SourceHash />`.
   */
  components?: ReadonlySet<string> | undefined;
}

export function parseBody(
  markdown: string,
  { imageFile, components }: Surroundings = {},
): { body: Body; faults: BodyFault[] } {
  const faults: BodyFault[] = [];
  const lines = markdown.split('\n');
  for (const [index, line] of lines.entries()) {
    const item = line.replace(/^ +(?=(?:-|\d+\.) )/u, '');
    if (item.trim() !== item)
      faults.push({ line: index + 1, found: line, expected: '行の前後に空白を入れない' });
  }
  let root: MdastNode;
  try {
    root = mdxToMdast(markdown, { features: FEATURES });
  } catch (error) {
    const line = Number(/^(\d+):/u.exec((error as Error).message)?.[1] ?? 1);
    const found = /[<{].*/u.exec(lines[line - 1] ?? '')?.[0] ?? lines[line - 1] ?? '';
    faults.push({ line, found, expected: ALLOWED });
    return { body: [], faults };
  }
  const refuse = (node: MdastNode, expected: string, linesBelow = 0) => {
    const { start } = node.position ?? { start: { line: 1, column: 1 } };
    const line = start.line + linesBelow;
    const found = lines[line - 1]?.slice(linesBelow > 0 ? 0 : start.column - 1) ?? '';
    faults.push({ line, found, expected });
    return [];
  };
  const written = ({ position }: MdastNode) =>
    markdown.slice(position?.start.offset, position?.end.offset);
  const defined = new Set<string>();

  function childrenRead(parent: MdastNode): BodyNode[] {
    if (!('children' in parent)) return [];
    return joined(parent.children.flatMap((node) => read(node, parent)));
  }

  function read(node: MdastNode, parent: MdastNode): BodyNode[] {
    const children = () => childrenRead(node);
    switch (node.type) {
      case 'text':
        if (node.value.includes('\n')) return refuse(node, ONE_LINE, 1);
        if (/(?<!\\)\]\(/u.test(written(node))) return refuse(node, NO_ADDRESS);
        if (/(?<!\\)\[\^/u.test(written(node))) return refuse(node, NO_FOOTNOTE);
        return [{ type: node.type, value: node.value }];
      case 'break':
        return [{ type: node.type }];
      case 'delete':
        // 「3~5月、7~9月」 strikes nothing out.
        if (written(node).startsWith('~~')) return refuse(node, ALLOWED);
        return [TILDE, ...children(), TILDE];
      case 'footnoteReference':
        return [{ type: node.type, identifier: node.identifier }];
      case 'link': {
        const [label] = node.children;
        if (label?.type === 'text' && node.url.endsWith(label.value))
          return plainAddress(node.url, label.value);
        if (!components && !ADDRESS.test(node.url))
          return refuse(node, 'https:// か mailto: で始まるリンク');
        if (/^(?!https?:|mailto:)[a-z]+:/iu.test(node.url) || node.title != null)
          return refuse(node, ALLOWED);
        return [{ type: node.type, url: node.url, children: children() }];
      }
      case 'image': {
        if (parent.type !== 'paragraph' || parent.children.length > 1)
          return refuse(node, '画像は、前後に空の行を置いて、1行に1つだけ書く');
        const file = imageFile?.(node.url);
        if (file === undefined) return refuse(node, IMAGE_FILE);
        if (!node.alt?.trim() || node.title != null) return refuse(node, IMAGE_ALT);
        return [{ type: node.type, file, alt: node.alt }];
      }
      case 'paragraph': {
        const words = children();
        return words[0]?.type === 'image' ? words : [{ type: node.type, children: words }];
      }
      case 'listItem':
        if (node.checked != null) return refuse(node, ALLOWED);
        return [{ type: node.type, children: children() }];
      case 'list': {
        const { ordered, start } = node;
        return [
          { type: node.type, ordered: ordered === true, start: start ?? 1, children: children() },
        ];
      }
      case 'strong':
      case 'table':
      case 'tableRow':
      case 'tableCell':
        return [{ type: node.type, children: children() }];
      case 'footnoteDefinition': {
        const { type, identifier } = node;
        if (defined.has(identifier)) return refuse(node, '脚注の説明は、一つの番号に一つ');
        defined.add(identifier);
        return [{ type, identifier, children: children() }];
      }
      case 'heading':
        if (!components || node.depth === 1) return refuse(node, ALLOWED);
        children();
        return [];
      case 'mdxJsxFlowElement': {
        const known = components?.has(node.name ?? '') && node.children.length === 0;
        return known && node.attributes.length === 0 ? [] : refuse(node, ALLOWED);
      }
      default:
        return refuse(node, ALLOWED);
    }
  }
  return { body: childrenRead(root), faults: faults.sort((a, b) => a.line - b.line) };
}

const TILDE: BodyNode = { type: 'text', value: '~' };

/** The same with neighbouring texts as one. */
function joined(nodes: readonly BodyNode[]): BodyNode[] {
  const result: BodyNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push({ ...node });
  }
  return result;
}

/** A plain address becomes a link that ends where the Japanese text begins. */
function plainAddress(url: string, label: string): BodyNode[] {
  const shown = /^[!-~]+?(?=[.,:;!?)]*(?:[^!-~]|$))/u.exec(label)?.[0] ?? label;
  const rest = label.slice(shown.length);
  const link: BodyNode = {
    type: 'link',
    url: url.slice(0, url.length - rest.length),
    children: [{ type: 'text', value: shown }],
  };
  return rest === '' ? [link] : [link, { type: 'text', value: rest }];
}

export const childrenOf = (node: BodyNode) => ('children' in node ? node.children : []);

/** Some nodes and all below them, in the order of the text. */
const nodesOf = (nodes: readonly BodyNode[]): BodyNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(childrenOf(node))]);

/** Every run of words of some nodes, without their markup, and what their images say. */
export const textsOf = (nodes: readonly BodyNode[]): string[] =>
  nodesOf(nodes).flatMap((node) => {
    if (node.type === 'image') return node.alt;
    return node.type === 'text' ? node.value : [];
  });

const wordsOf = (node: BodyNode): string => textsOf([node]).join('');

/**
 * The words of a body as plain text: a string for each paragraph, list item and row of a table. What
 * an image says is no word of the body: {@link imagesOf}.
 */
export const paragraphsOf = (body: Body): string[] =>
  body.flatMap((node) => {
    if (node.type === 'paragraph') return wordsOf(node);
    if (node.type === 'tableRow') return node.children.map(wordsOf).join(' ');
    return paragraphsOf(childrenOf(node));
  });

/** The images of a body, in its order. */
export const imagesOf = (body: Body): BodyImage[] =>
  nodesOf(body).filter((node) => node.type === 'image');

/** What stands before the first list of a body, and the rest. */
export function cutAtList(body: Body): [before: Body, rest: Body] {
  const first = body.findIndex(({ type }) => type === 'list');
  return [body.slice(0, first), body.slice(first)];
}

/** Whether its paragraphs alone say a body as it is. */
export const isPlain = (body: Body): boolean =>
  nodesOf(body).every(({ type }) => type === 'paragraph' || type === 'text');

/** A body of plain paragraphs. */
export const plainBody = (paragraphs: readonly string[]): Body =>
  paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
