/** What YAML allows, or reads another way, and a file of the content may not have. */
import {
  isAlias,
  isMap,
  isScalar,
  visit,
  type Document,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';

/** `position` is an offset in the text. */
interface YamlFault {
  position: number;
  expected: string;
}

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

/** The first fault of a parsed text. */
export function yamlFault(document: Document, text: string): YamlFault | undefined {
  const [error] = [...document.errors, ...document.warnings];
  const fault = error ? syntaxFault(document, text, error) : nodeFault(document, text);
  // A full-width sign makes one value of the lines around it: any of the faults, or a text alone.
  const wide = fault || isScalar(document.contents) ? WIDE.exec(text) : null;
  return wide ? { position: wide.index, expected: WIDE_SIGN } : fault;
}

function syntaxFault(document: Document, text: string, error: YAMLError): YamlFault {
  const cut = CUT_IN_LIST.exec(text);
  if (cut) return { position: cut.index, expected: LOST_WORDS };
  return { position: openQuote(document, text) ?? error.pos[0], expected: yamlExpectation(error) };
}

/** The first node that YAML allows and a file of the content may not have. */
function nodeFault(document: Document, text: string): YamlFault | undefined {
  let fault: YamlFault | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const written = text.slice(start, end);
      const twice = isMap(node) ? keyTwice(node) : undefined;
      const expected =
        isAlias(node) || node.anchor || node.tag
          ? 'YAMLの &、*、! は使わない。記号で始まる値は "…" で囲む'
          : twice
            ? '同じ項目は一度だけ書く'
            : isScalar(node) && scalarExpectation(node, written, text.slice(end));
      if (expected) fault = { position: twice?.range?.[0] ?? start, expected };
      return fault && visit.BREAK;
    },
    Pair(_, { key, value }, path) {
      if (!isScalar(key)) return undefined;
      const map = path.at(-1);
      const [position = 0] = key.range ?? [];
      if (String(key.value).startsWith('\u3000')) fault = { position, expected: WIDE_SIGN };
      else if (isMap(map) && map.flow === true && value === null)
        fault = { position, expected: CUT_AT_COMMA };
      return fault && visit.BREAK;
    },
  });
  return fault;
}

/** What is expected instead of a value; undefined for one that is read as it is written. */
function scalarExpectation(
  { value, type }: Scalar,
  written: string,
  after: string,
): string | undefined {
  if (written.includes('\n')) return '一つの値は1行で書く';
  if (type === 'PLAIN' && typeof value === 'string' && LOST.test(after)) return LOST_WORDS;
  return isChanged(value, written)
    ? "書いたとおりには読まれない値。ことばは '…' で囲み、数は 12 のように書く"
    : undefined;
}

/** Where a quotation begins that does not end on its line. */
function openQuote(document: Document, text: string): number | undefined {
  let position: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const [start, end] = range ?? [0, 0];
      if (type?.startsWith('QUOTE') && text.slice(start, end).includes('\n')) position ??= start;
    },
  });
  return position;
}

/** The first key that occurs twice. The parser's own check compares each key with every other: slow. */
function keyTwice({ items }: YAMLMap): Scalar | undefined {
  const seen = new Set<string>();
  return items
    .map(({ key }) => key)
    .filter(isScalar)
    .find(({ value }) => {
      const isSeen = seen.has(String(value));
      seen.add(String(value));
      return isSeen;
    });
}

/** Whether YAML reads a value as something else than what is written: `010`, `1e3`, `"\x41"`. */
function isChanged(value: unknown, source: string): boolean {
  if (source.startsWith('"')) return /\\[^"\\]/.test(source.replaceAll('\\\\', ''));
  return typeof value === 'number' && String(value) !== source.trim();
}

function yamlExpectation(error: YAMLError): string {
  if (error.code === 'TAB_AS_INDENT') return '字下げは半角の空白で書く';
  return '「項目: 値」の形（YAML）。記号で始まる値や「: 」「 #」を含む値は "…" で囲む';
}
