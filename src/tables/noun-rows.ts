/** The content as rows of the tables of model/nouns.ts, and the rows as content again. */
import { folders } from '#model/collections.ts';
import { readingsSchema, type Readings } from '#model/reading.ts';
import { nounNames, nounTable, type NounName, type NounTable } from './nouns.ts';

/** Fields as they stand in a file, before they are validated. */
export type Data = Record<string, unknown>;

/** A content file: its fields, or its rows, and for an MDX file the body. */
export interface FileParts {
  data: unknown;
  body?: string | undefined;
}
/** Path inside `content/` → what the file holds. */
export type ContentParts = ReadonlyMap<string, FileParts>;

export interface NounRow {
  /** Unique in its table. What belongs to something: the key of that, a slash, its own id. */
  key: string;
  data: Data;
  body?: string | undefined;
  /** The key it had before it was moved to another owner. */
  movedFrom?: string;
}
export type NounRows = Map<NounName, NounRow[]>;

export const ownerOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));
export const ownIdOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** A value of a field as words; lists and blocks have none. */
export const wordsOf = (value: unknown): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): Data[] => (Array.isArray(value) ? value.filter(isData) : []);
const dataOf = (parts: ContentParts, file: string): unknown => parts.get(file)?.data;

export const rowsOfContent = (parts: ContentParts): NounRows =>
  new Map(nounNames.map((name) => [name, rowsOf(nounTable(name), parts)]));

function rowsOf(table: NounTable, parts: ContentParts): NounRow[] {
  const { kept, key = '' } = table;
  if (kept.as === 'record') {
    const { data, body } = parts.get(kept.file) ?? {};
    return isData(data) ? [{ key: '', data, body }] : [];
  }
  if (kept.as === 'rows')
    return listIn(dataOf(parts, kept.file)).map((data) => ({ key: String(data[key]), data }));
  if (kept.as === 'readings') return readingRows(dataOf(parts, kept.file));
  const folder = folders[kept.as === 'files' ? kept.folder : kept.of];
  const fileRows = [...parts].flatMap(([file, { data, body }]): NounRow[] => {
    const id = folder.path.exec(file)?.[1];
    return id === undefined || !isData(data) ? [] : [{ key: id, data, body }];
  });
  if (kept.as === 'files') return fileRows;
  return fileRows.flatMap((owner) =>
    listIn(owner.data[kept.list]).map((data) => ({
      key: `${owner.key}/${String(data.id)}`,
      data,
    })),
  );
}

function readingRows(data: unknown): NounRow[] {
  const { words, unconfirmed } = isData(data) ? data : {};
  return [
    ...Object.entries(isData(words) ? words : {}).map(([word, reading]) => ({
      key: word,
      data: { word, reading, confirmed: '済' },
    })),
    ...listIn(unconfirmed).map((row) => ({ key: String(row.word), data: row })),
  ];
}

/** The file that holds a row of a table of files. */
export const fileOfRow = (name: NounName, key: string): string => {
  const { kept } = nounTable(name);
  if (kept.as === 'files') return `${kept.folder}/${key}.mdx`;
  return kept.as === 'items' ? `${kept.of}/${ownerOf(key)}.mdx` : kept.file;
};

/**
 * The files that hold the rows. A table without rows has no file, but that a list that is in
 * `before` stays as an empty one.
 */
export function contentOfRows(rows: NounRows, before: ContentParts): Map<string, FileParts> {
  const files = new Map<string, FileParts>();
  for (const [name, all] of rows) {
    const { kept } = nounTable(name);
    if (kept.as === 'files')
      for (const { key, data, body } of all) files.set(fileOfRow(name, key), { data, body });
    else if (kept.as === 'items') putItems(files, all, kept.list);
    else if (all.length === 0 && !before.has(kept.file)) continue;
    else if (kept.as === 'record')
      files.set(kept.file, { data: all[0]?.data ?? {}, body: all[0]?.body });
    else if (kept.as === 'rows') files.set(kept.file, { data: all.map(({ data }) => data) });
    else files.set(kept.file, { data: readingsOf(all) });
  }
  return files;
}

/** Puts items into the files of their owners. */
function putItems(files: Map<string, FileParts>, rows: readonly NounRow[], list: string): void {
  for (const [file, { data, body }] of files) {
    const id = folders.programmes.path.exec(file)?.[1];
    if (id === undefined || !isData(data)) continue;
    const items = rows.filter(({ key }) => ownerOf(key) === id).map((row) => row.data);
    if (items.length > 0 || list in data)
      files.set(file, { data: { ...data, [list]: items }, body });
  }
}

/** What the rows say of readings, as the model has it. */
export const readingsOfRows = (rows: readonly NounRow[]): Readings =>
  readingsSchema.parse(readingsOf(rows));

function readingsOf(rows: readonly NounRow[]): Data {
  const isConfirmed = ({ data }: NounRow) => Boolean(data.confirmed);
  return {
    words: Object.fromEntries(
      rows.filter(isConfirmed).map(({ data }) => [String(data.word), data.reading]),
    ),
    unconfirmed: rows
      .filter((row) => !isConfirmed(row))
      .map(({ data: { confirmed: _, ...data } }) => data),
  };
}
