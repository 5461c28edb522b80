/** A content file as a form sees it: the fields and the body as text, and the way back. */
import { parse } from 'yaml';
import { rewriteYaml, writeYaml } from './rewrite.ts';

export interface Parts {
  data: unknown;
  /** Undefined for a YAML file. */
  body: string | undefined;
}

const MDX = /^---\n(?<yaml>.*?\n)?---(?<after>\n.*)?$/su;

/** Throws for YAML that cannot be read, and for an MDX file without the lines around its fields. */
export function readParts(file: string, text: string): Parts {
  if (!file.endsWith('.mdx')) return { data: parse(text) as unknown, body: undefined };
  const { yaml, after } = split(file, text);
  return { data: parse(yaml) as unknown, body: after.trim() };
}

/** The file with other fields, another body: only what differs has other bytes. */
export function rewriteFile(file: string, text: string, { data, body }: Parts): string {
  if (!file.endsWith('.mdx')) return rewriteYaml(text, data);
  const { yaml, after } = split(file, text);
  const words = body?.trim() ?? '';
  const same = words === after.trim();
  const end = same ? after : words === '' ? '\n' : `\n\n${words}\n`;
  return `---\n${rewriteYaml(yaml, data)}---${end}`;
}

export const newFile = ({ data, body }: Parts): string =>
  `---\n${writeYaml(data)}---\n${body ? `\n${body.trim()}\n` : ''}`;

function split(file: string, text: string) {
  const groups = MDX.exec(text)?.groups;
  if (!groups) throw new Error(`no fields in ${file}`);
  return { yaml: groups.yaml ?? '', after: groups.after ?? '' };
}
