/** What in other files follows when a file gets another name, or goes. */
import { type Data } from './data.ts';
import type { Item, Library } from './library.ts';
import { rewriteFile, withFields } from './parts.ts';
import { relationsOf } from './relations.ts';

/** A row of the corrections; a rule for the whole plan names no file. */
interface Row extends Data {
  file?: string | undefined;
  shown?: string;
}

/** Texts of all files that change when files are renamed; `names` maps old paths to new ones. */
export function renamed(
  library: Library,
  names: ReadonlyMap<string, string>,
): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  const id = (folder: string, old: string) =>
    names.get(`${folder}/${old}.mdx`)?.slice(`${folder}/`.length, -'.mdx'.length) ?? old;
  for (const programme of library.in('programmes')) {
    const changed = Object.entries(relationsOf(programme.file)).flatMap(([field, folder]) => {
      const old = programme.data[field] as string | string[] | undefined;
      if (old === undefined) return [];
      return [[field, Array.isArray(old) ? old.map((one) => id(folder, one)) : id(folder, old)]];
    });
    const text = withFields(programme, Object.fromEntries(changed) as Data);
    if (text !== programme.text) texts.set(programme.file, text);
  }
  for (const [from, to] of names) {
    const text = texts.get(from) ?? library.get(from)?.text ?? '';
    texts.set(from, null);
    texts.set(to, text);
  }
  const row = (one: Row) => ({ ...one, file: names.get(one.file ?? '') ?? one.file });
  return new Map([...texts, ...corrections(library, row), ...keywords(library, id)]);
}

/** Texts of all files that change when files go. */
export function removed(library: Library, files: readonly string[]): Map<string, string | null> {
  const row = (one: Row) => (files.includes(one.file ?? '') ? undefined : one);
  const id = (kind: string, name: string) =>
    files.includes(`${kind}/${name}.mdx`) ? undefined : name;
  return new Map([
    ...files.map((file) => [file, null] as const),
    ...corrections(library, row),
    ...keywords(library, id),
  ]);
}

type Change = [file: string, text: string][];

/** The corrections with each row that names a file as `row` gives it; without those it gives none for. */
export function corrections(library: Library, row: (one: Row) => Row | undefined): Change {
  const item = library.get('corrections.yaml');
  const rows = ((item?.data ?? []) as unknown as Row[]).flatMap((one) =>
    'file' in one ? (row(one) ?? []) : one,
  );
  return changed(item, rows);
}

/** The related words under the ids that `id` gives; without those it gives none for. */
function keywords(
  library: Library,
  id: (kind: string, name: string) => string | undefined,
): Change {
  const item = library.get('keywords.yaml');
  const rows = ((item?.data ?? []) as unknown as (Data & { for: string })[]).flatMap((one) => {
    const [kind = '', ...name] = one.for.split('/');
    const now = id(kind, name.join('/'));
    return now === undefined ? [] : { ...one, for: `${kind}/${now}` };
  });
  return changed(item, rows);
}

function changed(item: Item | undefined, data: unknown): Change {
  if (!item) return [];
  const text = rewriteFile(item.file, item.text, { data });
  return text === item.text ? [] : [[item.file, text]];
}
