/** From the text of one content file to its validated parts. Problems are told, never thrown. */
import { isAlias, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { fieldPath, quote, type Problem } from '#model/problem.ts';

export interface Parsed {
  data: unknown;
  paragraphs: string[];
  problems: Problem[];
  /** `9行目`: where a field stands in the file, or the nearest block around it. */
  lineOf: (path: readonly PropertyKey[]) => string;
}

/** Splits an MDX file into its frontmatter and the paragraphs of its body. */
export function parseMdx(file: string, text: string): Parsed {
  const match = /^---\n(?<yaml>.*?\n)?---(?:\n(?<body>.*))?$/su.exec(text);
  if (!match) {
    const expected = '1行目の --- から次の --- までに項目を書く';
    const first = text.split('\n')[0] ?? '';
    const found = first === '---' ? '閉じる --- の行がありません' : quote(first);
    return {
      data: undefined,
      paragraphs: [],
      problems: [{ file, field: '1行目', found, expected }],
      lineOf: () => '1行目',
    };
  }
  const { yaml = '', body = '' } = match.groups ?? {};
  const frontmatter = parseYaml(file, yaml, 1);
  const bodyStart = text.length - body.length;
  const words = parseBody(file, body, text.slice(0, bodyStart).split('\n').length);
  return {
    ...frontmatter,
    paragraphs: words.paragraphs,
    problems: [...frontmatter.problems, ...words.problems],
  };
}

/** Parses YAML; `offset` is the number of lines above it in the file. */
export function parseYaml(file: string, text: string, offset = 0): Omit<Parsed, 'paragraphs'> {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: true, version: '1.2', lineCounter: lines });
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
  if (error) return fault(error.linePos?.[0].line ?? 1, yamlExpectation(error));
  let beyond: ReturnType<typeof fault> | undefined;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      if (isAlias(node) || node.anchor || node.tag)
        beyond = fault(lineAt(start), 'YAMLの &、*、! は使わない。記号で始まる値は "…" で囲む');
      else if (isScalar(node) && text.slice(start, end).includes('\n'))
        beyond = fault(lineAt(start), '一つの値は1行で書く');
      return beyond && visit.BREAK;
    },
  });
  return beyond ?? { data: document.toJS() as unknown, problems: [], lineOf };
}

function yamlExpectation(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return '同じ項目は一度だけ書く';
  if (error.code === 'TAB_AS_INDENT') return '字下げは半角の空白で書く';
  return '「項目: 値」の形（YAML）。記号で始まる値や「: 」「 #」を含む値は "…" で囲む';
}

/** What MDX would read as something other than words. */
const MARKUP =
  /[{}<>*_`[\]\\|~]|^(?:#|[-+=] ?|\d+[.)] | {4})|&#?\w+;|https?:|^(?:import|export)\b/u;

/** Paragraphs of a body: one line each, an empty line between, words only. */
function parseBody(
  file: string,
  body: string,
  firstLine: number,
): Pick<Parsed, 'paragraphs' | 'problems'> {
  const problems: Problem[] = [];
  const paragraphs: string[] = [];
  const lines = body.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const field = `${String(firstLine + index)}行目`;
    const markup = MARKUP.exec(line);
    if (line.trim() !== line)
      problems.push({ file, field, found: quote(line), expected: '行の前後に空白を入れない' });
    else if (markup) {
      const expected = '文字だけの段落（印のための記号 { } < > * _ # などは使えない）';
      problems.push({ file, field, found: quote(line.slice(markup.index)), expected });
    } else if (index > 0 && lines[index - 1] !== '') {
      const expected = '一つの段落は1行で書き、段落の間に空の行を1つ入れる';
      problems.push({ file, field, found: quote(line), expected });
    }
    paragraphs.push(line);
  }
  return { paragraphs, problems };
}

/** A schema's complaints about one file, each with its line and the value that was found. */
export function schemaProblems(
  file: string,
  error: z.ZodError,
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
    return { file, field: `${field}（${lineOf(path)}）`, found, expected: badKey ?? issue.message };
  });
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );
}
