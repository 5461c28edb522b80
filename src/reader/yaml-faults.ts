/** What YAML allows, or reads another way, and a file of the content may not have. */
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  visit,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';

/** `position` is an offset in the text. */
interface YamlFault {
  position: number;
  expected: string;
}

const FORM = '「項目: 値」の形（YAML）。記号で始まる値や「: 」「 #」を含む値は "…" で囲む';
const WIDE_SIGN = '項目の「: 」と行頭の字下げは半角で書く（全角の「：」や全角の空白ではない）';
/** A field or an indentation as a Japanese input method types it. */
const WIDE = /^[ -]*(?:\u3000|[a-z]\w*(?:：|:\u3000))/mu;
/**
 * Behind a value without quotes or brackets ` #` begins a comment: the rest of the value
 * would be lost unseen.
 */
const LOST = /^[ \t]+#/;
const LOST_WORDS = 'YAMLは「 #」から後を読まない。# を含む値は "…" で囲む。メモは別の行に書く';
const CUT_IN_LIST = /^.*[[{][^"'\]}\n]*[ \t]#/mu;
/** In `{ }` a comma begins the next field. */
const CUT_AT_COMMA = '{ } の中では「,」で値が切れる。「,」を含む値は "…" で囲む';
const CHANGED = "書いたとおりには読まれない値。ことばは '…' で囲み、数は 12 のように書く";

/** The first fault of a parsed text. */
export function yamlFault(document: Document, text: string): YamlFault | undefined {
  const [error] = [...document.errors, ...document.warnings];
  const fault = error
    ? syntaxFault(document, text, error.pos[0])
    : firstIn(document, (node, parent) =>
        isPair(node) ? pairFault(node, parent) : isNode(node) ? nodeFault(node, text) : undefined,
      );
  // A full-width sign makes one value of the lines around it: any of the faults, or a text alone.
  const wide = fault || isScalar(document.contents) ? WIDE.exec(text) : null;
  return wide ? { position: wide.index, expected: WIDE_SIGN } : fault;
}

/** What `faultOf` finds first, from the root down. */
function firstIn(
  document: Document,
  faultOf: (node: unknown, parent: unknown) => YamlFault | undefined,
): YamlFault | undefined {
  let fault: YamlFault | undefined;
  visit(document, (_, node, path) => {
    fault = faultOf(node, path.at(-1));
    return fault && visit.BREAK;
  });
  return fault;
}

/** A quotation that does not end on its line is where the fault begins. */
function syntaxFault(document: Document, text: string, position: number): YamlFault {
  const cut = CUT_IN_LIST.exec(text);
  if (cut) return { position: cut.index, expected: LOST_WORDS };
  const openQuote = firstIn(document, (node) => {
    if (!isScalar(node) || !node.type?.startsWith('QUOTE')) return undefined;
    const [start, end] = node.range ?? [0, 0];
    return text.slice(start, end).includes('\n') ? { position: start, expected: FORM } : undefined;
  });
  return openQuote ?? { position, expected: FORM };
}

function pairFault({ key, value }: Pair, map: unknown): YamlFault | undefined {
  if (!isScalar(key)) return undefined;
  const [position = 0] = key.range ?? [];
  if (String(key.value).startsWith('\u3000')) return { position, expected: WIDE_SIGN };
  const isCut = isMap(map) && map.flow === true && value === null;
  return isCut ? { position, expected: CUT_AT_COMMA } : undefined;
}

function nodeFault(node: Node, text: string): YamlFault | undefined {
  const [position, end] = node.range ?? [0, 0];
  if (isAlias(node) || node.anchor || node.tag)
    return { position, expected: 'YAMLの &、*、! は使わない。記号で始まる値は "…" で囲む' };
  const twice = isMap(node) ? keyTwice(node) : undefined;
  if (twice) return { position: twice.range?.[0] ?? position, expected: '同じ項目は一度だけ書く' };
  if (!isScalar(node)) return undefined;
  const written = text.slice(position, end);
  if (written.includes('\n')) return { position, expected: '一つの値は1行で書く' };
  const isText = node.type === 'PLAIN' && typeof node.value === 'string';
  if (isText && LOST.test(text.slice(end))) return { position, expected: LOST_WORDS };
  return isChanged(node.value, written) ? { position, expected: CHANGED } : undefined;
}

/** The first key that occurs twice. The parser's own check compares each key with every other: slow. */
function keyTwice({ items }: YAMLMap): Scalar | undefined {
  const seen = new Set<string>();
  for (const { key } of items)
    if (isScalar(key) && seen.size === seen.add(String(key.value)).size) return key;
  return undefined;
}

/** Whether YAML reads a value as something else than what is written: `010`, `1e3`, `"\x41"`. */
function isChanged(value: unknown, source: string): boolean {
  if (source.startsWith('"')) return /\\[^"\\]/.test(source.replaceAll('\\\\', ''));
  return typeof value === 'number' && String(value) !== source.trim();
}
