/** What in other files follows when a file gets another name, or goes. */
import type { Data, Item, Library } from './library.ts';
import { withData } from './order.ts';
import { readParts, rewriteFile } from './parts.ts';

type Row = Data & { file?: string | undefined };
type Keywords = Record<string, Record<string, unknown>>;

/** Texts of all files that change when files are renamed; `names` maps old paths to new ones. */
export function renamed(
  library: Library,
  names: ReadonlyMap<string, string>,
): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  const ids = (folder: string) =>
    new Map(
      [...names]
        .filter(([from]) => from.startsWith(`${folder}/`))
        .map(([from, to]) => [idIn(folder, from), idIn(folder, to)]),
    );
  const [goals, sections] = [ids('goals'), ids('sections')];
  for (const programme of library.in('programmes')) {
    const goal = String(programme.data.goal);
    const own = (programme.data.sections ?? []) as string[];
    const changed: Data = {};
    if (goals.has(goal)) changed.goal = goals.get(goal);
    if (own.some((id) => sections.has(id)))
      changed.sections = own.map((id) => sections.get(id) ?? id);
    if (Object.keys(changed).length > 0)
      texts.set(programme.file, withData(programme.file, programme.text, changed));
  }
  for (const [from, to] of names) {
    const text = texts.get(from) ?? library.get(from)?.text ?? '';
    texts.set(from, null);
    texts.set(to, text);
  }
  const followed = (kind: string, lists: Record<string, unknown>) =>
    mapKeys(lists, (id) => ids(kind).get(id) ?? id);
  for (const [file, text] of besides(
    library,
    (row) => ({ ...row, file: names.get(row.file ?? '') ?? row.file }),
    followed,
  ))
    texts.set(file, text);
  return texts;
}

/** Texts of all files that change when files go. */
export function removed(library: Library, files: readonly string[]): Map<string, string | null> {
  const texts = new Map<string, string | null>(files.map((file) => [file, null]));
  const without = (kind: string, lists: Record<string, unknown>) =>
    mapKeys(lists, (id) => (files.includes(`${kind}/${id}.mdx`) ? undefined : id));
  const kept = (row: Row) => (files.includes(row.file ?? '') ? undefined : row);
  for (const [file, text] of besides(library, kept, without)) texts.set(file, text);
  return texts;
}

/** The corrections and the everyday words as they have to be. */
function besides(
  library: Library,
  row: (row: Row) => Row | undefined,
  lists: (kind: string, lists: Record<string, unknown>) => Record<string, unknown>,
): [string, string][] {
  const corrections = library.get('corrections.yaml');
  const keywords = library.get('keywords.yaml');
  const rows = ((corrections?.data ?? []) as unknown as Row[]).flatMap((one) =>
    'file' in one ? (row(one) ?? []) : one,
  );
  const words = Object.fromEntries(
    Object.entries((keywords?.data ?? {}) as Keywords).map(([kind, all]) => [
      kind,
      // What is no record by id names nothing of the plan.
      Array.isArray(all) ? all : lists(kind, all),
    ]),
  );
  return [
    ...(corrections ? [changed(corrections, rows)] : []),
    ...(keywords ? [changed(keywords, words)] : []),
  ].filter(([file, text]) => library.get(file)?.text !== text);
}

const changed = ({ file, text }: Item, data: unknown): [string, string] => [
  file,
  rewriteFile(file, text, { ...readParts(file, text), data }),
];

const mapKeys = (record: Record<string, unknown>, key: (name: string) => string | undefined) =>
  Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => {
      const other = key(name);
      return other === undefined ? [] : [[other, value]];
    }),
  );

const idIn = (folder: string, file: string) => file.slice(folder.length + 1).replace(/\.mdx$/, '');
