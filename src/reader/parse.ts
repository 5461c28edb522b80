/** From the text of one content file to its validated parts. Problems are told, never thrown. */
import { parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { quote, type Problem } from '#model/problem.ts';

export interface Parsed {
  data: unknown;
  paragraphs: string[];
  problems: Problem[];
}

/** Splits an MDX file into its frontmatter and the paragraphs of its body. */
export function parseMdx(file: string, text: string): Parsed {
  const match = /^---\n(?<yaml>.*?\n)?---(?:\n(?<body>.*))?$/su.exec(text);
  if (!match) {
    const expected = '1行目の --- から次の --- までに項目を書く';
    const found = quote(text.split('\n')[0] ?? '');
    return {
      data: undefined,
      paragraphs: [],
      problems: [{ file, field: '1行目', found, expected }],
    };
  }
  const { yaml = '', body = '' } = match.groups ?? {};
  const frontmatter = parseYaml(file, yaml, 1);
  const bodyStart = text.length - body.length;
  const words = parseBody(file, body, text.slice(0, bodyStart).split('\n').length);
  return {
    data: frontmatter.data,
    paragraphs: words.paragraphs,
    problems: [...frontmatter.problems, ...words.problems],
  };
}

/** Parses YAML; `offset` is the number of lines above it in the file. */
export function parseYaml(file: string, text: string, offset = 0): Omit<Parsed, 'paragraphs'> {
  const document = parseDocument(text, { uniqueKeys: true, version: '1.2' });
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    const line = (error.linePos?.[0].line ?? 1) + offset;
    const found = quote(text.split('\n')[line - 1 - offset]?.trim() ?? '');
    const expected = yamlExpectation(error);
    return {
      data: undefined,
      problems: [{ file, field: `${String(line)}行目`, found, expected }],
    };
  }
  return { data: document.toJS({ maxAliasCount: 0 }) as unknown, problems: [] };
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
function parseBody(file: string, body: string, firstLine: number): Omit<Parsed, 'data'> {
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

/** A schema's complaints about one file, each with the value that was found. */
export function schemaProblems(file: string, error: z.ZodError, data: unknown): Problem[] {
  return error.issues.map((issue) => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const path = [...issue.path, ...extra.slice(0, 1)];
    return {
      file,
      field: fieldName(path) || 'ファイル全体',
      found:
        extra.length > 0 ? `知らない項目 ${extra.join('、')}` : quote(valueAt(data, issue.path)),
      expected: issue.message,
    };
  });
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${String(key)}]`;
    return name ? `${name}.${String(key)}` : String(key);
  }, '');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    data,
  );
}
