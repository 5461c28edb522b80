/**
 * A file of the content as the CMS holds it: its fields, and the words below them as `body`; a list
 * as `rows`. Runs in the browser and on the server.
 */
import { parse, stringify } from 'yaml';
import { tidyCharacters } from '#text/tidy-characters.ts';

export type Data = Record<string, unknown>;

const MDX = /^---\n(?<yaml>[^]*?\n)??---(?:\n(?<body>[^]*))?$/u;

/** Of an MDX or a YAML file, without BOM and with LF alone. Throws where the YAML is none. */
export function readForm(text: string): Data {
  const { yaml = text, body = '' } = MDX.exec(text)?.groups ?? {};
  const data = parse(yaml) as unknown;
  if (Array.isArray(data)) return { rows: data };
  return { ...(data as Data), ...(body.trim() && { body: body.trim() }) };
}

/** The whole file, as a CMS with its own functions would write it. */
export function writeForm({ rows, body, ...fields }: Data, isMdx: boolean): string {
  const yaml = stringify(rows ?? fields, { lineWidth: 0, singleQuote: true });
  if (!isMdx) return yaml;
  return `---\n${yaml}---\n${typeof body === 'string' && body ? `\n${body}\n` : ''}`;
}

/** The same with its odd characters put right. */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return tidyCharacters(value).text;
  if (Array.isArray(value)) return value.map(tidied);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [tidyCharacters(key).text, tidied(inner)]),
  );
}

/** The same for all data that say the same: in any order of fields, with empty ones or without. */
export async function digestOf(data: Data): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(canonical(data)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(canonical) : undefined;
  if (value === null || value === '') return undefined;
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value)
    .map(([name, inner]) => [name, canonical(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return fields.length > 0
    ? Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)))
    : undefined;
}
