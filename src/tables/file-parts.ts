/** Content files as their fields and their bodies, before they are validated. */
import { parse } from 'yaml';
import type { ContentParts, FileParts } from './noun-rows.ts';
import { MDX } from '#reader/parse.ts';

/** Throws for YAML that cannot be read, and for an MDX file without the lines around its fields. */
export function partsOf(file: string, text: string): FileParts {
  if (!file.endsWith('.mdx')) return { data: parse(text) as unknown };
  const { groups } = MDX.exec(text) ?? {};
  if (!groups) throw new Error(`no fields in ${file}`);
  return { data: parse(groups.yaml ?? '') as unknown, body: (groups.body ?? '').trim() };
}

/** `texts`: path inside `content/` → the text of an MDX or YAML file. */
export const partsOfTexts = (texts: ReadonlyMap<string, string>): ContentParts =>
  new Map([...texts].map(([file, text]) => [file, partsOf(file, text)]));
