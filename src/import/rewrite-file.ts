/** Writes changed fields into a content file: lines without a change keep their bytes. */
import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isData, type Data, type FileParts } from '#tables/noun-rows.ts';
import { MDX } from '#reader/parse.ts';
import { matchItems } from './match-items.ts';

const OPTIONS = { lineWidth: 0, singleQuote: true, flowCollectionPadding: false } as const;

/** The file with these fields and this body; a new one where `text` is undefined. */
export function rewriteFile(
  file: string,
  text: string | undefined,
  { data, body }: FileParts,
): string {
  if (!file.endsWith('.mdx')) return text === undefined ? newYaml(data) : rewriteYaml(text, data);
  const { yaml, body: after = '' } =
    (text === undefined ? undefined : MDX.exec(text)?.groups) ?? {};
  const words = body?.trim() ?? after.trim();
  const kept = yaml !== undefined && words === after.trim() ? `\n${after}` : undefined;
  const end = kept ?? (words === '' ? '\n' : `\n\n${words}\n`);
  return `---\n${yaml === undefined ? newYaml(data) : rewriteYaml(yaml, data)}---${end}`;
}

/** YAML as the content is written: lists as blocks. */
export const newYaml = (value: unknown): string => new Document(value).toString(OPTIONS);

/** The text with `after` as its value. Throws where the result would say anything else. */
export function rewriteYaml(text: string, after: unknown): string {
  const document = parseDocument(text);
  const before: unknown = document.toJS();
  if (isDeepStrictEqual(before, after)) return text;
  const plain = document.toString(OPTIONS);
  document.contents = updated(
    document,
    document.contents,
    before,
    after,
  ) as typeof document.contents;
  const result = withLinesOf(text, plain, document.toString(OPTIONS));
  if (!isDeepStrictEqual(parseDocument(result).toJS(), after))
    throw new Error(`not rewritten as meant: ${JSON.stringify(after)}`);
  return result;
}

/** The node of `before` with the value `after`; a new node where its kind changes. */
function updated(document: Document, node: unknown, before: unknown, after: unknown): unknown {
  if (isDeepStrictEqual(before, after)) return node;
  if (isMap(node) && isData(before) && isData(after))
    return updatedMap(document, node, before, after);
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && before.length > 0)
    return updatedList(document, node, before, after);
  if (isScalar(node) && !isData(after) && !Array.isArray(after)) {
    const scalar = new Scalar(after);
    // Quotes stay; they are added where the new words need them.
    if (typeof after === 'string' && typeof before === 'string' && node.type)
      scalar.type = node.type;
    Object.assign(scalar, { comment: node.comment, commentBefore: node.commentBefore });
    scalar.spaceBefore = node.spaceBefore === true;
    return scalar;
  }
  return document.createNode(after);
}

function updatedMap(document: Document, node: YAMLMap, before: Data, after: Data): YAMLMap {
  const pairs = new Map(node.items.map((pair) => [keyOf(pair), pair]));
  const kept = [...pairs.keys()].filter((key) => Object.hasOwn(after, key));
  const keys = Object.keys(after);
  // A new field follows the one that it follows in `after`.
  for (const [index, key] of keys.entries())
    if (!pairs.has(key)) kept.splice(kept.indexOf(keys[index - 1] ?? '') + 1, 0, key);
  node.items = kept.map((key) => {
    const pair = pairs.get(key);
    if (!pair) return document.createPair(key, after[key]);
    pair.value = updated(document, pair.value, before[key], after[key]);
    return pair;
  });
  return node;
}

function updatedList(
  document: Document,
  node: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
): YAMLSeq {
  const origins = matchItems(before, after);
  const items = after.map((value, index) => {
    const from = origins[index];
    return from === undefined
      ? document.createNode(value)
      : updated(document, node.items[from], before[from], value);
  });
  node.items = items;
  return node;
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** `after` with the lines of `text` wherever `after` says the same as `plain`, its plainer writing. */
function withLinesOf(text: string, plain: string, after: string): string {
  const [own, from, to] = [text, plain, after].map((lines) => lines.split('\n'));
  if (!own || !from || !to || own.length !== from.length || text === plain) return after;
  const lines: string[] = [];
  let place = 0;
  for (const line of to) {
    const same = from.indexOf(line, place);
    lines.push(same < 0 ? line : (own[same] ?? line));
    if (same >= 0) place = same + 1;
  }
  return lines.join('\n');
}
