/**
 * Changes YAML in place: what is not changed keeps its bytes (comments, quotes, order, spaces).
 * A file of the content holds no anchors, no tags and no value over several lines: the reader refuses them.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  visit,
  type CST,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { alike } from './alike.ts';
import { isData, type Data } from './data.ts';

const OPTIONS = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The text with `after` as its value. Throws where the result would say anything else. */
export function rewriteYaml(text: string, after: unknown): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const before: unknown = document.toJS();
  if (isDeepStrictEqual(before, after)) return text;
  const root = document.contents;
  const result = root?.range
    ? text.slice(0, root.range[0]) +
      (rewritten(text, root, before, after, false) ?? writeYaml(after).trimEnd()) +
      text.slice(endOf(text, root))
    : text + writeYaml(after);
  const check = parseDocument(result);
  if (check.errors.length > 0 || !isDeepStrictEqual(check.toJS(), after))
    throw new Error(`not rewritten as meant: ${JSON.stringify(after)}`);
  return result;
}

/** New YAML as the content is written: a list of words on one line, a list of blocks below each other. */
export function writeYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Seq: (_, seq) => {
      if (seq !== document.contents && seq.items.every((item) => isScalar(item))) seq.flow = true;
    },
  });
  return document.toString(OPTIONS);
}

/** The new text of a node, or undefined where it has to be written anew with what is around it. */
function rewritten(
  text: string,
  node: Node,
  before: unknown,
  after: unknown,
  inFlow: boolean,
): string | undefined {
  const own = text.slice(node.range?.[0] ?? 0, endOf(text, node, inFlow));
  if (isDeepStrictEqual(before, after)) return own;
  if (isScalar(node))
    return typeof after === 'object'
      ? undefined
      : scalar(after, node, inFlow) + own.slice(lengthOf(node));
  const list = isSeq(node) && Array.isArray(before) && Array.isArray(after) && after.length > 0;
  const map = isMap(node) && isData(before) && isData(after) && Object.keys(after).length > 0;
  if (!list && !map) return inFlow ? writeFlow(after, own) : undefined;
  const old = piecesOf(text, node, inFlow);
  if (old.length === 0) return inFlow ? writeFlow(after, own) : undefined;
  const flow = node.flow === true;
  const pieces = list
    ? listPieces(text, node, before, after, old, flow)
    : mapPieces(text, node as YAMLMap, before as Data, after as Data, old, flow);
  return flow ? inBrackets(text, node, old, pieces, own) : inLines(text, node, pieces);
}

/** One item of a list or one pair of a map: its text, and what stands between it and the one before. */
interface Piece {
  text: string;
  /** In lines: comments and blank lines above. In brackets: the comma and the spaces before. */
  lead: string | undefined;
  /** Written anew: its lines are not indented yet. */
  fresh?: boolean;
}

function piecesOf(text: string, node: YAMLMap | YAMLSeq, inFlow: boolean): Piece[] {
  const flow = node.flow === true || inFlow;
  const starts = node.items.map((_, index) => startOf(node, index));
  const ends = node.items.map((_, index) => itemEnd(text, node, index, flow));
  return starts.map((start, index) => {
    const gap = index === 0 ? undefined : text.slice(ends[index - 1], start);
    const lead = flow || gap === undefined ? gap : gap.slice(1, gap.lastIndexOf('\n') + 1);
    return { text: text.slice(start, ends[index]), lead };
  });
}

function listPieces(
  text: string,
  node: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  old: readonly Piece[],
  flow: boolean,
): Piece[] {
  const origins = alike(before, after);
  return after.map((value, index): Piece => {
    const from = origins[index];
    const piece = from === undefined ? undefined : old[from];
    const item = from === undefined ? undefined : (node.items[from] as Node);
    const fresh = flow ? writeFlow(value, old[0]?.text ?? '') : writeYaml([value]).trimEnd();
    if (!piece || !item || from === undefined) return { text: fresh, lead: undefined, fresh: true };
    const changed = rewritten(text, item, before[from], value, flow);
    if (changed === undefined) return { text: fresh, lead: piece.lead, fresh: true };
    const mark = piece.text.slice(0, (item.range?.[0] ?? 0) - startOf(node, from));
    return { text: mark + changed, lead: piece.lead };
  });
}

/**
 * Pairs stay in their order; a new one follows the one that precedes it in `after`. A key that goes
 * while another comes with its value has been renamed.
 */
function mapPieces(
  text: string,
  node: YAMLMap,
  before: Data,
  after: Data,
  old: readonly Piece[],
  flow: boolean,
): Piece[] {
  const renamed = renamedKeys(before, after);
  const kept = node.items.flatMap((pair, index): [string, Piece][] => {
    const key = keyOf(pair);
    const piece = old[index];
    const name = renamed.get(key);
    if (piece && name !== undefined) {
      const written = scalar(name, pair.key as Scalar, true);
      return [[name, { ...piece, text: written + piece.text.slice(lengthOf(pair.key as Node)) }]];
    }
    if (!piece || !Object.hasOwn(after, key)) return [];
    if (isDeepStrictEqual(before[key], after[key])) return [[key, piece]];
    const value = pair.value as Node | null;
    const changed = value?.range
      ? rewritten(text, value, before[key], after[key], flow)
      : undefined;
    if (changed === undefined)
      return [[key, { text: pairText(key, after[key], flow, old), lead: piece.lead, fresh: true }]];
    const mark = piece.text.slice(0, (value?.range?.[0] ?? 0) - startOf(node, index));
    return [[key, { text: mark + changed, lead: piece.lead }]];
  });
  for (const [index, key] of Object.keys(after).entries()) {
    if (kept.some(([name]) => name === key)) continue;
    const previous = Object.keys(after)[index - 1];
    const at = kept.findIndex(([name]) => name === previous) + 1;
    const fresh = pairText(key, after[key], flow, old);
    kept.splice(at, 0, [key, { text: fresh, lead: undefined, fresh: true }]);
  }
  return kept.map(([, piece]) => piece);
}

function renamedKeys(before: Data, after: Data): Map<string, string> {
  const fresh = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const pairs = gone.flatMap((key): [string, string][] => {
    const at = fresh.findIndex((name) => isDeepStrictEqual(before[key], after[name]));
    return at < 0 ? [] : [[key, fresh.splice(at, 1)[0] ?? '']];
  });
  return new Map(pairs);
}

const pairText = (key: string, value: unknown, flow: boolean, old: readonly Piece[]) =>
  flow
    ? writeFlow({ [key]: value }, `{${old[0]?.text ?? ''}`).slice(1, -1)
    : writeYaml({ [key]: value }).trimEnd();

function inLines(text: string, node: Node, pieces: readonly Piece[]): string {
  const start = node.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  return pieces
    .map(({ text: own, lead = '', fresh }) => {
      const lines = fresh ? own.replaceAll('\n', `\n${indent}`) : own;
      return `${lead}${indent}${lines}`;
    })
    .join('\n')
    .trimStart();
}

/** The items keep the commas and line breaks before them; a new first item takes those of the second. */
function inBrackets(
  text: string,
  node: YAMLSeq | YAMLMap,
  old: readonly Piece[],
  pieces: readonly Piece[],
  own: string,
): string {
  const [start] = node.range ?? [0];
  const first = startOf(node, 0) - start;
  const last = itemEnd(text, node, old.length - 1, true) - start;
  const inner = pieces.map((piece, index) =>
    index === 0 ? piece.text : (piece.lead ?? ', ') + piece.text,
  );
  return own.slice(0, first) + inner.join('') + own.slice(last);
}

/** One value inside brackets, quoted like JSON where its neighbour is. */
function writeFlow(value: unknown, neighbour: string): string {
  if (/^[[{]?"/.test(neighbour)) return JSON.stringify(value);
  const document = new Document([value]);
  visit(document, { Collection: (_, node) => void (node.flow = true) });
  return document.toString(OPTIONS).trimEnd().slice(1, -1);
}

/** The value in the quotes of the old one, if it needs no others. */
function scalar(value: unknown, node: Scalar, inFlow: boolean): string {
  const fresh = new Scalar(value);
  if (node.type && typeof value === 'string' && typeof node.value === 'string')
    fresh.type = node.type;
  const document = new Document(inFlow ? [fresh] : { k: fresh });
  if (inFlow) (document.contents as unknown as YAMLSeq).flow = true;
  const written = document.toString(OPTIONS).trimEnd();
  return inFlow ? written.slice(1, -1) : written.slice('k: '.length);
}

/** Without the comment that may follow it on its line. */
const lengthOf = ({ range }: Node) => (range ? range[1] - range[0] : 0);

const keyOf = (pair: Pair) => String(isScalar(pair.key) ? pair.key.value : pair.key);

/** Where an item begins: at its dash, at its key, at its value in brackets. */
function startOf(node: YAMLMap | YAMLSeq, index: number): number {
  if (isMap(node)) return (node.items[index]?.key as Node | undefined)?.range?.[0] ?? 0;
  const item = node.items[index] as Node | undefined;
  if (node.flow === true) return item?.range?.[0] ?? 0;
  const token = (node.srcToken as CST.BlockSequence | undefined)?.items[index];
  const dash = token?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? item?.range?.[0] ?? 0;
}

function itemEnd(text: string, node: YAMLMap | YAMLSeq, index: number, flow: boolean): number {
  const item = node.items[index];
  const value = isMap(node) ? (item as Pair).value : item;
  const key = isMap(node) ? ((item as Pair).key as Node) : undefined;
  return endOf(text, ((value as Node | null)?.range ? value : key) as Node, flow);
}

/** Where a node ends. In lines, the rest of its last line is its own: a comment. */
function endOf(text: string, node: Node, inFlow = false): number {
  const end = node.range?.[1] ?? 0;
  if (inFlow) return end;
  if (isCollection(node) && node.flow !== true && node.items.length > 0)
    return itemEnd(text, node, node.items.length - 1, false);
  const line = text.indexOf('\n', end);
  return line < 0 ? text.length : line;
}
