/** From the text of one content file to its validated parts. Problems are returned, never thrown. */
import {
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Scalar,
  type YAMLError,
  type Document,
  type YAMLMap,
} from 'yaml';
import { z } from 'zod';
import { fieldPath, quote, valueAt, type Problem } from '#model/problem.ts';
import { parseBody, type Body, type Surroundings } from '#text/body.ts';
import { MDX } from '#text/content-file.ts';

export interface Parsed {
  data: unknown;
  body: Body;
  /** The body as it is written. */
  markdown: string;
  problems: Problem[];
  /** The line of a field, or of the nearest block around it: `9行目`. */
  lineOf: (path: readonly PropertyKey[]) => string;
}

/** Splits an MDX file into its frontmatter and its body. */
export function parseMdx(file: string, text: string, around?: Surroundings): Parsed {
  const match = MDX.exec(text);
  if (!match) {
    const expected = '1行目の --- から次の --- までに項目を書く';
    const first = text.split('\n')[0] ?? '';
    const found = first === '---' ? '閉じる --- の行がありません' : quote(first);
    return {
      data: undefined,
      body: [],
      markdown: '',
      problems: [{ file, field: '1行目', found, expected }],
      lineOf: () => '1行目',
    };
  }
  const { yaml = '', body: markdown = '' } = match.groups ?? {};
  const frontmatter = parseYaml(file, yaml, 1);
  const linesAbove = text.slice(0, text.length - markdown.length).split('\n').length - 1;
  const { body, faults } = parseBody(markdown, around);
  const problems = faults.map(({ line, found, expected }) => ({
    file,
    field: `${String(line + linesAbove)}行目`,
    found: quote(found),
    expected,
  }));
  return { ...frontmatter, body, markdown, problems: [...frontmatter.problems, ...problems] };
}

/** Parses YAML; `offset` is the number of lines above it in the file. */
export function parseYaml(
  file: string,
  text: string,
  offset = 0,
): Omit<Parsed, 'body' | 'markdown'> {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, version: '1.2', lineCounter: lines });
  const lineAt = (position: number) => lines.linePos(position).line;
  const lineOf = (path: readonly PropertyKey[]): string => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return `${String(lineAt(node.range[0]) + offset)}行目`;
    return path.length === 0 ? '1行目' : lineOf(path.slice(0, -1));
  };
  const fault = (line: number, expected: string) => {
    const found = quote(text.split('\n')[line - 1]?.trim() ?? '');
    const field = `${String(line + offset)}行目`;
    return { data: undefined, problems: [{ file, field, found, expected }], lineOf };
  };
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const cut = text.split('\n').findIndex((line) => CUT_IN_LIST.test(line));
    if (cut >= 0) return fault(cut + 1, LOST_WORDS);
    return fault(lineAt(openQuote(document, text) ?? error.pos[0]), yamlExpectation(error));
  }
  let beyond: ReturnType<typeof fault> | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const twice = isMap(node) ? keyTwice(node) : undefined;
      if (isAlias(node) || node.anchor || node.tag)
        beyond = fault(lineAt(start), 'YAMLの &、*、! は使わない。記号で始まる値は "…" で囲む');
      else if (isScalar(node) && text.slice(start, end).includes('\n'))
        beyond = fault(lineAt(start), '一つの値は1行で書く');
      else if (twice) beyond = fault(lineAt(twice.range?.[0] ?? start), '同じ項目は一度だけ書く');
      else if (
        isScalar(node) &&
        node.type === 'PLAIN' &&
        typeof node.value === 'string' &&
        LOST.test(text.slice(end))
      )
        beyond = fault(lineAt(start), LOST_WORDS);
      else if (isScalar(node) && isChanged(node.value, text.slice(start, end)))
        beyond = fault(
          lineAt(start),
          "書いたとおりには読まれない値。ことばは '…' で囲み、数は 12 のように書く",
        );
      return beyond && visit.BREAK;
    },
    Pair(_, { key, value }, path) {
      const map = path.at(-1);
      if (!isMap(map) || map.flow !== true || value !== null || !isScalar(key)) return;
      beyond = fault(lineAt(key.range?.[0] ?? 0), CUT_AT_COMMA);
      return visit.BREAK;
    },
  });
  return beyond ?? { data: document.toJS() as unknown, problems: [], lineOf };
}

/**
 * Behind a value without quotes or brackets ` #` begins a comment: words that were meant for the
 * value would be lost unseen.
 */
const LOST = /^[ \t]+#/;
const LOST_WORDS = 'YAMLは「 #」から後を読まない。# を含む値は "…" で囲む。メモは別の行に書く';

const CUT_IN_LIST = /[[{][^"'\]}]*[ \t]#/;
/** In `{ }` a comma begins the next field. */
const CUT_AT_COMMA = '{ } の中では「,」で値が切れる。「,」を含む値は "…" で囲む';

/** Where a quotation begins that does not end on its line. */
function openQuote(document: Document, text: string): number | undefined {
  let at: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const [start, end] = range ?? [0, 0];
      if (type?.startsWith('QUOTE') && text.slice(start, end).includes('\n')) at ??= start;
    },
  });
  return at;
}

/** The first key that occurs twice. The parser's own check compares each key with every other: slow. */
function keyTwice({ items }: YAMLMap): Scalar | undefined {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (!isScalar(key)) continue;
    if (seen.has(String(key.value))) return key;
    seen.add(String(key.value));
  }
  return undefined;
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

/** What a schema reports about one file, each with its line and the value that was found. */
export function schemaProblems(
  file: string,
  error: z.ZodError,
  schema: z.ZodType,
  { data, lineOf }: Pick<Parsed, 'data' | 'lineOf'>,
): Problem[] {
  return error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const badKey = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
    const path = [...issue.path, ...unknown.slice(0, 1)];
    const found =
      unknown.length > 0
        ? `知らない項目 ${unknown.join('、')}`
        : quote(badKey ? path.at(-1) : valueAt(data, issue.path));
    const field = fieldPath(path) || 'ファイル全体';
    const missing = unknown.length === 0 && valueAt(data, issue.path) == null;
    const purpose = missing ? purposeOf(schema, issue.path) : undefined;
    const form = badKey ?? issue.message;
    const expected = purpose ? `${purpose}（${form}）` : form;
    return { file, field: `${field}（${lineOf(path)}）`, found, expected };
  });
}

/** What a field is for: the description in its schema. */
function purposeOf(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    while (at instanceof z.ZodOptional) at = at.unwrap() as z.ZodType;
    if (at instanceof z.ZodObject) at = (at.shape as Record<PropertyKey, z.ZodType>)[key];
    else if (at instanceof z.ZodArray) at = at.element as z.ZodType;
    else return undefined;
  }
  return at?.description;
}
