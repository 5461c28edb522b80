/** A file of the content as the CMS holds it. Runs in the browser and on the server. */
import { partsOf, textOf, type Data } from '#text/content-file.ts';

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

/** Of a text as the CMS hands it on: without the line ends of Windows and without white space around. */
export async function digestOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.replaceAll('\r\n', '\n').trim());
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return new Uint8Array(digest).join('-');
}
