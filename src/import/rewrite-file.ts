/** Writes changed fields into a content file: lines without a change keep their bytes. */
import { isDeepStrictEqual } from 'node:util';
import { applyPatch, structuredPatch } from 'diff';
import { parse } from 'yaml';
import { MDX, newYaml, textOf, type FileParts } from '#text/content-file.ts';

/** The file with these fields and this body; a new one where `text` is undefined. */
export function rewriteFile(file: string, text: string | undefined, parts: FileParts): string {
  if (text === undefined) return textOf(file, parts);
  if (!file.endsWith('.mdx')) return rewriteYaml(text, parts.data);
  const { yaml = '', body: before = '' } = MDX.exec(text)?.groups ?? {};
  const words = parts.body?.trim() ?? before.trim();
  const body = words === before.trim() ? before : words && `\n${words}\n`;
  return `---\n${rewriteYaml(yaml, parts.data)}---\n${body}`;
}

/** Lines around a change by which its place is found. */
const CONTEXT = 3;

/**
 * The text with `after` as its value. What changes is put into the lines as a person wrote them;
 * where they cannot take it, the text is written anew.
 */
export function rewriteYaml(text: string, after: unknown): string {
  const before = valueOf(text);
  if (isDeepStrictEqual(before, after)) return text;
  const [from, to] = [newYaml(before), newYaml(after)];
  const patch = structuredPatch('', '', from, to, '', '', { context: CONTEXT });
  const result = text === from ? to : applyPatch(text, patch, OPTIONS);
  return result !== false && holdsValue(result, after) ? result : to;
}

const OPTIONS = {
  fuzzFactor: CONTEXT,
  compareLine: (_: number, line: string, __: string, wanted: string) =>
    plain(line) === plain(wanted),
};

/** A line without its comment, its quotes and its white space. */
const plain = (line: string) => line.replace(/(?:^|\s)#.*$/u, '').replaceAll(/['"\s]/gu, '');

/** Whoever judges the file finds a key that stands twice; with many keys that takes long. */
const valueOf = (text: string): unknown => parse(text, { uniqueKeys: false });

function holdsValue(text: string, value: unknown): boolean {
  try {
    return isDeepStrictEqual(valueOf(text), value);
  } catch {
    return false;
  }
}
