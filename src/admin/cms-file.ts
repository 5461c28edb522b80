/** A file of the content as the CMS holds it. Runs in the browser and on the server. */
import { partsOf, textOf, type Data } from '#text/content-file.ts';
import { tidyCharacters } from '#text/tidy-characters.ts';

/**
 * Its fields, and the words below them as `body`; a list as `rows`. Throws where the YAML is none.
 */
export function readForm(file: string, text: string): Data {
  const { data, body } = partsOf(file, text);
  return Array.isArray(data) ? { rows: data } : { ...(data as Data), ...(body && { body }) };
}

/** The whole file. */
export const writeForm = (file: string, { rows, body, ...fields }: Data): string =>
  textOf(file, { data: rows ?? fields, body: typeof body === 'string' ? body : '' });

/** The same with its odd characters put right. */
export function tidied(value: unknown): unknown {
  if (typeof value === 'string') return tidyCharacters(value).text;
  if (Array.isArray(value)) return value.map(tidied);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [tidyCharacters(key).text, tidied(inner)]),
  );
}

/** The same for all texts of the file that say the same in the same order. */
export async function digestOf(file: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(writeForm(file, readForm(file, text)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
