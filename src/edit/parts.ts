/** A content file as a form sees it: the fields and the body as text, and the way back. */
import { parse } from 'yaml';
import { MDX } from '#reader/parse.ts';
import type { Data } from './data.ts';
import { rewriteYaml, writeYaml } from './rewrite.ts';

export interface Parts {
  data: unknown;
  /** Undefined for a YAML file; where a file is rewritten, for a body that stays. */
  body?: string | undefined;
}

/** Throws for YAML that cannot be read, and for an MDX file without the lines around its fields. */
export function readParts(file: string, text: string): Parts {
  if (!file.endsWith('.mdx')) return { data: parse(text) as unknown };
  const { yaml, after } = split(file, text);
  return { data: parse(yaml) as unknown, body: after.trim() };
}

/** The file with other fields, another body: only what differs has other bytes. */
export function rewriteFile(file: string, text: string, { data, body }: Parts): string {
  if (!file.endsWith('.mdx')) return rewriteYaml(text, data);
  const { yaml, after } = split(file, text);
  const words = body?.trim() ?? after.trim();
  const end = words === after.trim() ? after : words === '' ? '\n' : `\n\n${words}\n`;
  return `---\n${rewriteYaml(yaml, data)}---${end}`;
}

/** The text of a file with some of its fields changed. */
export function withFields({ file, text }: { file: string; text: string }, changed: Data): string {
  const { data } = readParts(file, text);
  return rewriteFile(file, text, { data: { ...(data as Data), ...changed } });
}

export const newFile = ({ data, body }: Parts): string =>
  `---\n${writeYaml(data)}---\n${body ? `\n${body.trim()}\n` : ''}`;

function split(file: string, text: string) {
  const { groups } = MDX.exec(text) ?? {};
  if (!groups) throw new Error(`no fields in ${file}`);
  const { yaml = '', body } = groups;
  return { yaml, after: body === undefined ? '' : `\n${body}` };
}
