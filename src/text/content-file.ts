/**
 * A file of the content as its fields, or its rows, and its body, before it is validated. Runs in
 * the browser, too.
 */
import { parse, stringify } from 'yaml';

/** Fields as they stand in a file. */
export type Data = Record<string, unknown>;

export interface FileParts {
  data: unknown;
  /** Of an MDX file. */
  body?: string | undefined;
}

/** The fields and the body of an MDX file. */
export const MDX = /^---\n(?<yaml>.*?\n)?---(?:\n(?<body>.*))?$/su;

/** `file`: its name. Throws for YAML that cannot be read. */
export function partsOf(file: string, text: string): FileParts {
  if (!file.endsWith('.mdx')) return { data: parse(text) as unknown };
  const { yaml = '', body = '' } = MDX.exec(text)?.groups ?? {};
  return { data: parse(yaml) as unknown, body: body.trim() };
}

/** YAML as the content is written: lists as blocks, a value a line. */
export const newYaml = (value: unknown): string =>
  stringify(value, { lineWidth: 0, singleQuote: true });

/** The whole file. */
export const textOf = (file: string, { data, body = '' }: FileParts): string =>
  file.endsWith('.mdx') ? `---\n${newYaml(data)}---\n${body && `\n${body}\n`}` : newYaml(data);
