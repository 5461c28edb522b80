/**
 * The body of a content file: Markdown, of which a closed set is allowed. Official text is shown
 * through this tree in every edition, so nothing in it can run, and nothing can be lost unseen.
 */
import { mdxToMdast, type MdastNode } from 'satteri';

type MdastOf<Type> = Extract<MdastNode, { type: Type }>;
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
  | BodyImage
  | { type: 'footnoteDefinition'; identifier: string; children: BodyBlock[] };
export type Body = BodyBlock[];
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
  let root: MdastOf<'root'>;
  try {
    root = mdxToMdast(markdown, { features: FEATURES }) as MdastOf<'root'>;
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
  const inlines = (nodes: readonly MdastNode[]) => joined(nodes.flatMap(inline));
  const blocks = (nodes: readonly MdastNode[]) => nodes.flatMap(block);
  const cells = (row: MdastOf<'tableRow'>) => row.children.map(({ children }) => inlines(children));

  function inline(node: MdastNode): Inline[] {
    switch (node.type) {
      case 'text':
        if (node.value.includes('\n')) return refuse(node, ONE_LINE, 1);
        if (/(?<!\\)\]\(/u.test(written(node))) return refuse(node, NO_ADDRESS);
        if (/(?<!\\)\[\^/u.test(written(node))) return refuse(node, NO_FOOTNOTE);
        return [{ type: 'text', value: node.value }];
      case 'strong':
        return [{ type: 'strong', children: inlines(node.children) }];
      case 'break':
        return [{ type: 'break' }];
      case 'delete':
        // 「3~5月、7~9月」 strikes nothing out.
        if (written(node).startsWith('~~')) return refuse(node, ALLOWED);
        return [TILDE, ...inlines(node.children), TILDE];
      case 'footnoteReference':
        return [{ type: 'footnoteReference', identifier: node.identifier }];
      case 'link': {
        const [label] = node.children;
        if (label?.type === 'text' && node.url.endsWith(label.value))
          return plainAddress(node.url, label.value);
        if (!components && !ADDRESS.test(node.url))
          return refuse(node, 'https:// か mailto: で始まるリンク');
        if (/^(?!https?:|mailto:)[a-z]+:/iu.test(node.url) || node.title != null)
          return refuse(node, ALLOWED);
        return [{ type: 'link', url: node.url, children: inlines(node.children) }];
      }
      case 'image':
        return refuse(node, '画像は、前後に空の行を置いて、1行に1つだけ書く');
      default:
        return refuse(node, ALLOWED);
    }
  }

  function image(node: MdastOf<'image'>): BodyBlock[] {
    const file = imageFile?.(node.url);
    if (file === undefined) return refuse(node, IMAGE_FILE);
    if (!node.alt?.trim() || node.title != null) return refuse(node, IMAGE_ALT);
    return [{ type: 'image', file, alt: node.alt }];
  }

  function block(node: MdastNode): BodyBlock[] {
    switch (node.type) {
      case 'paragraph':
        if (node.children[0]?.type === 'image' && node.children.length === 1)
          return image(node.children[0]);
        return [{ type: 'paragraph', children: inlines(node.children) }];
      case 'list': {
        const children = node.children.map((item) =>
          item.checked == null ? blocks(item.children) : refuse(item, ALLOWED),
        );
        return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, children }];
      }
      case 'table':
        return [{ type: 'table', children: node.children.map(cells) }];
      case 'footnoteDefinition':
        if (defined.has(node.identifier)) return refuse(node, '脚注の説明は、一つの番号に一つ');
        defined.add(node.identifier);
        return [{ type: node.type, identifier: node.identifier, children: blocks(node.children) }];
      case 'heading':
        if (!components || node.depth === 1) return refuse(node, ALLOWED);
        inlines(node.children);
        return [];
      case 'mdxJsxFlowElement': {
        const known = components?.has(node.name ?? '') && node.children.length === 0;
        return known && node.attributes.length === 0 ? [] : refuse(node, ALLOWED);
      }
      default:
        return refuse(node, ALLOWED);
    }
  }
  return { body: blocks(root.children), faults: faults.sort((a, b) => a.line - b.line) };
}

const TILDE: Inline = { type: 'text', value: '~' };

/** The same with neighbouring texts as one. */
function joined(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push({ ...node });
  }
  return result;
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

type Node = BodyBlock | Inline;

/** Some nodes and all below them, in the order of the text. */
const nodesOf = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => [node, ...('children' in node ? nodesOf(node.children.flat(2)) : [])]);

/** Every run of words of some nodes, without their markup, and what their images say. */
export const textsOf = (nodes: readonly Node[]): string[] =>
  nodesOf(nodes).flatMap((node) => {
    if (node.type === 'image') return node.alt;
    return node.type === 'text' ? node.value : [];
  });

export const wordsOf = (nodes: readonly Inline[]): string => textsOf(nodes).join('');

/**
 * The words of a body as plain text: a string for each paragraph, list item and row of a table. What
 * an image says is no word of the body: {@link imagesOf}.
 */
export function paragraphsOf(body: Body): string[] {
  return body.flatMap((block) => {
    if (block.type === 'image') return [];
    if (block.type === 'paragraph') return [wordsOf(block.children)];
    if (block.type === 'table') return block.children.map((row) => row.map(wordsOf).join(' '));
    return paragraphsOf(block.children.flat());
  });
}

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
