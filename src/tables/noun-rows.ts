/** The content as rows of the tables of nouns.ts, and the rows as content again. */
import { folders } from '#model/collections.ts';
import { readingsSchema, type Readings } from '#model/reading.ts';
import { partsOf, type Data, type FileParts } from '#text/content-file.ts';
import { nounNames, nounTable, type NounName, type NounTable } from './nouns.ts';

/** Path inside `content/` → what the file holds. */
export type ContentParts = ReadonlyMap<string, FileParts>;

/** `texts`: path inside `content/` → the text of an MDX or YAML file. */
export const partsOfTexts = (texts: ReadonlyMap<string, string>): ContentParts =>
  new Map([...texts].map(([file, text]) => [file, partsOf(file, text)]));

export interface NounRow {
  /** Unique in its table. What belongs to something: the key of that, a slash, its own id. */
  key: string;
  data: Data;
  body?: string | undefined;
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

export const rowsOfContent = (parts: ContentParts): NounRows =>
  new Map(nounNames.map((name) => [name, rowsOf(nounTable(name), parts)]));

function rowsOf({ kept, key = '' }: NounTable, parts: ContentParts): NounRow[] {
  if ('folder' in kept) {
    const rows = [...parts].flatMap(([file, { data, body }]): NounRow[] => {
      const id = folders[kept.folder].path.exec(file)?.[1];
      return id === undefined || !isData(data) ? [] : [{ key: id, data, body }];
    });
    if (kept.as === 'files') return rows;
    return rows.flatMap((owner) =>
      listIn(owner.data[kept.list]).map((data) => ({
        key: `${owner.key}/${String(data.id)}`,
        data,
      })),
    );
  }
  const { data, body } = parts.get(kept.file) ?? {};
  if (kept.as === 'record') return isData(data) ? [{ key: '', data, body }] : [];
  const list = kept.as === 'readings' ? readingsIn(data) : listIn(data);
  return list.map((row) => ({ key: String(row[key]), data: row }));
}

function readingsIn(data: unknown): Data[] {
  const { words, unconfirmed } = isData(data) ? data : {};
  const confirmed = Object.entries(isData(words) ? words : {});
  return [
    ...confirmed.map(([word, reading]) => ({ word, reading, confirmed: '済' })),
    ...listIn(unconfirmed),
  ];
}

/** The file that holds a row. */
export function fileOfRow(name: NounName, key: string): string {
  const { kept } = nounTable(name);
  if ('file' in kept) return kept.file;
  return `${kept.folder}/${kept.as === 'files' ? key : ownerOf(key)}.mdx`;
}

/**
 * The files that hold the rows. A table without rows has no file, but that a list that is in
 * `before` stays as an empty one.
 */
export function contentOfRows(rows: NounRows, before: ContentParts): Map<string, FileParts> {
  const files = new Map<string, FileParts>();
  for (const [name, all] of rows) {
    const { kept } = nounTable(name);
    if (kept.as === 'files' || kept.as === 'record')
      for (const { key, data, body } of all) files.set(fileOfRow(name, key), { data, body });
    else if (kept.as === 'items') {
      const items = Map.groupBy(all, ({ key }) => fileOfRow(name, key));
      for (const [file, { data, body }] of files) {
        const own = (items.get(file) ?? []).map((row) => row.data);
        if (isData(data) && (own.length > 0 || kept.list in data))
          files.set(file, { data: { ...data, [kept.list]: own }, body });
      }
    } else if (all.length > 0 || before.has(kept.file)) {
      const list = all.map(({ data }) => data);
      files.set(kept.file, { data: kept.as === 'readings' ? readingsOf(list) : list });
    }
  }
  return files;
}

/** What the rows say of readings, as the model has it. */
export const readingsOfRows = (rows: readonly NounRow[]): Readings =>
  readingsSchema.parse(readingsOf(rows.map(({ data }) => data)));

function readingsOf(rows: readonly Data[]): Data {
  const confirmed = rows.filter((row) => row.confirmed);
  return {
    words: Object.fromEntries(confirmed.map(({ word, reading }) => [String(word), reading])),
    unconfirmed: rows.flatMap(({ confirmed: isConfirmed, ...row }) => (isConfirmed ? [] : [row])),
  };
}

/** The key of what a row belongs to; empty where rows of its table belong to nothing. */
export const groupOf = (name: NounName, { key }: Pick<NounRow, 'key'>): string =>
  nounTable(name).owner ? ownerOf(key) : '';

/** A copy with the rows of files and of items in the order of the print. */
export function inPrintedOrder(rows: NounRows): NounRows {
  const ordered: NounRows = new Map(rows);
  for (const name of nounNames) {
    const { kept, owner } = nounTable(name);
    if ('file' in kept) continue;
    const owners = (ordered.get(owner?.table ?? 'goals') ?? []).map(({ key }) => key);
    const places = new Map(owners.map((key, index) => [key, index]));
    const group = (row: NounRow) => places.get(groupOf(name, row) || wordsOf(row.data.goal)) ?? -1;
    const place = ({ data }: NounRow) => Number(data.order ?? data.number ?? 0);
    const inPlaces = (rows.get(name) ?? []).toSorted(
      (a, b) => group(a) - group(b) || place(a) - place(b),
    );
    ordered.set(name, inPlaces);
  }
  return ordered;
}
