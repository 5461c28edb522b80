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

/**
 * The new text of a node, or undefined where it has to be written anew with what is around it.
 * `inFlow`: the node is inside brackets (a flow collection).
 */
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
  const entries = isCollection(node) ? entriesOf(node, before, after) : [];
  return entries.length > 0
    ? collection(text, node as Collection, before as Data, entries, own)
    : inFlow
      ? inside([after], own)
      : undefined;
}

type Collection = YAMLMap | YAMLSeq;

/** An item of a list or a pair of a map as it is to be; `from` is its place in the old text, if any. */
interface Entry {
  key?: string;
  value: unknown;
  from: number | undefined;
}

/** None where the collection has to be written anew: it was or becomes empty, or of another kind. */
function entriesOf(node: Collection, before: unknown, after: unknown): Entry[] {
  if (node.items.length === 0) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const origins = alike(before, after);
    return after.map((value: unknown, index) => ({ value, from: origins[index] }));
  }
  return isMap(node) && isData(before) && isData(after) ? pairsOf(node, before, after) : [];
}

/**
 * Pairs stay in their order; a new one follows the one that precedes it in `after`. A key that goes
 * while another comes with its value has been renamed.
 */
function pairsOf(node: YAMLMap, before: Data, after: Data): Entry[] {
  const names = Object.keys(after);
  const fresh = names.filter((name) => !Object.hasOwn(before, name));
  const entries = node.items.map(keyOf).flatMap((old, from): Entry[] => {
    const at = Object.hasOwn(after, old)
      ? -1
      : fresh.findIndex((name) => isDeepStrictEqual(before[old], after[name]));
    const [key = old] = at < 0 ? [] : fresh.splice(at, 1);
    return Object.hasOwn(after, key) ? [{ key, value: after[key], from }] : [];
  });
  for (const key of fresh) {
    const previous = names[names.indexOf(key) - 1];
    const at = entries.findIndex((one) => one.key === previous) + 1;
    entries.splice(at, 0, { key, value: after[key], from: undefined });
  }
  return entries;
}

/** The text of a list or a map with `entries`; `own` is the old text. */
function collection(
  text: string,
  node: Collection,
  before: Data,
  entries: readonly Entry[],
  own: string,
): string {
  const flow = node.flow === true;
  const start = node.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const starts = node.items.map((_, index) => startOf(node, index));
  const ends = node.items.map((_, index) => itemEnd(text, node, index, flow));
  const [first = 0, last = 0] = [starts[0], ends.at(-1)];

  const fresh = ({ key, value }: Entry) => {
    const alone = key === undefined ? [value] : { [key]: value };
    return flow
      ? inside(alone, text.slice(first, last))
      : writeYaml(alone).trimEnd().replaceAll('\n', `\n${indent}`);
  };
  const textOf = (entry: Entry) => {
    const item = entry.from === undefined ? undefined : node.items[entry.from];
    const pair = isMap(node) ? (item as Pair | undefined) : undefined;
    const value = (pair ? pair.value : item) as Node | null | undefined;
    const old = before[pair ? keyOf(pair) : String(entry.from)];
    if (entry.from === undefined || !value?.range) return fresh(entry);
    const changed = rewritten(text, value, old, entry.value, flow);
    if (changed === undefined) return fresh(entry);
    const mark = text.slice(starts[entry.from], value.range[0]);
    const renamed = pair && keyOf(pair) !== entry.key;
    return renamed
      ? scalar(entry.key, pair.key as Scalar, true) +
          mark.slice(lengthOf(pair.key as Node)) +
          changed
      : mark + changed;
  };
  /** What precedes an item and moves with it: its comma, or the comments and blank lines above. */
  const leadOf = ({ from = 0 }: Entry) => {
    if (from === 0) return undefined;
    const gap = text.slice(ends[from - 1], starts[from]);
    return flow ? gap : gap.slice(1, gap.lastIndexOf('\n') + 1);
  };
  if (!flow)
    return entries
      .map((entry) => `${leadOf(entry) ?? ''}${indent}${textOf(entry)}`)
      .join('\n')
      .trimStart();
  const inner = entries.map((entry, index) =>
    index === 0 ? textOf(entry) : (leadOf(entry) ?? ', ') + textOf(entry),
  );
  return own.slice(0, first - start) + inner.join('') + own.slice(last - start);
}

/** What a list or a map holds, as it is written in brackets; quoted like JSON where `neighbour` is. */
function inside(value: unknown[] | Data, neighbour: string): string {
  if (/^[[{]?"/.test(neighbour)) return JSON.stringify(value).slice(1, -1);
  const document = new Document(value);
  visit(document, { Collection: (_, node) => void (node.flow = true) });
  return document.toString(OPTIONS).trimEnd().slice(1, -1);
}

/** The value in the quotes of the old one, if it needs no others. */
function scalar(value: unknown, node: Scalar, inFlow: boolean): string {
  const fresh = new Scalar(value);
  if (node.type && typeof value === 'string' && typeof node.value === 'string')
    fresh.type = node.type;
  return inFlow
    ? inside([fresh], '')
    : new Document({ k: fresh }).toString(OPTIONS).trimEnd().slice('k: '.length);
}

/** Without the comment that may follow it on its line. */
const lengthOf = ({ range }: Node) => (range ? range[1] - range[0] : 0);

const keyOf = ({ key }: Pair) => String(isScalar(key) ? key.value : key);

/** Where an item begins: at its dash, at its key, at its value in brackets. */
function startOf(node: Collection, index: number): number {
  if (isMap(node)) return (node.items[index]?.key as Node | undefined)?.range?.[0] ?? 0;
  const item = node.items[index] as Node | undefined;
  if (node.flow === true) return item?.range?.[0] ?? 0;
  const token = (node.srcToken as CST.BlockSequence | undefined)?.items[index];
  const dash = token?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? item?.range?.[0] ?? 0;
}

function itemEnd(text: string, node: Collection, index: number, flow: boolean): number {
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
