/** From the text of one content file to its validated parts. Problems are returned, never thrown. */
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { fieldPath, problemIn, quote, valueAt, type Problem } from '#model/problem.ts';
import { parseBody, type Body, type Surroundings } from '#text/body.ts';
import { MDX } from '#text/content-file.ts';
import { yamlFault } from './yaml-faults.ts';

export interface Parsed {
  data: unknown;
  /** Of an MDX file. */
  body?: Body;
  /** The body as it is written. */
  markdown?: string;
  problems: Problem[];
  /** The line of a field, or of the nearest block around it: `9行目`. */
  lineOf: (path: readonly PropertyKey[]) => string;
}

const numbered = (line: number) => `${String(line)}行目`;

/** Splits an MDX file into its frontmatter and its body. */
export function parseMdx(file: string, text: string, around?: Surroundings): Parsed {
  const match = MDX.exec(text);
  if (!match) {
    const expected = '1行目の --- から次の --- までに項目を書く';
    const [first] = text.split('\n');
    const found = first === '---' ? '閉じる --- の行がありません' : first;
    const problems = [problemIn(file, '1行目', found, expected)];
    return { data: undefined, problems, lineOf: () => '1行目' };
  }
  const { yaml = '', body: markdown = '' } = match.groups ?? {};
  const frontmatter = parseYaml(file, yaml, 1);
  const linesAbove = text.slice(0, text.length - markdown.length).split('\n').length - 1;
  const { body, faults } = parseBody(markdown, around);
  const problems = faults.map(({ line, found, expected }) =>
    problemIn(file, numbered(line + linesAbove), found, expected),
  );
  return { ...frontmatter, body, markdown, problems: [...frontmatter.problems, ...problems] };
}

/** Parses YAML; `offset` is the number of lines above it in the file. */
export function parseYaml(file: string, text: string, offset = 0): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: false, version: '1.2', lineCounter: lines });
  const lineAt = (position: number) => lines.linePos(position).line;
  const lineOf = (path: readonly PropertyKey[]): string => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return numbered(lineAt(node.range[0]) + offset);
    return path.length === 0 ? '1行目' : lineOf(path.slice(0, -1));
  };
  const fault = yamlFault(document, text);
  if (!fault) return { data: document.toJS() as unknown, problems: [], lineOf };
  const line = lineAt(fault.position);
  const found = text.split('\n')[line - 1]?.trim();
  const problem = problemIn(file, numbered(line + offset), found, fault.expected);
  return { data: undefined, problems: [problem], lineOf };
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
  let field: z.ZodType | undefined = schema;
  for (const key of path) {
    while (field instanceof z.ZodOptional) field = field.unwrap() as z.ZodType;
    if (field instanceof z.ZodObject) field = (field.shape as Record<PropertyKey, z.ZodType>)[key];
    else if (field instanceof z.ZodArray) field = field.element as z.ZodType;
    else return undefined;
  }
  return field?.description;
}
