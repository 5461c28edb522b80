/** All files of the content as they lie on the disk, valid or not, with the names people know. */
import { filesBelow } from '#deploy/files.ts';
import type { FolderName } from '#model/collections.ts';
import { readingsSchema, type Readings } from '#model/reading.ts';
import type { Data } from './data.ts';
import { YAML_NAMES } from './kinds.ts';
import { readParts } from './parts.ts';
import type { Relation } from './relations.ts';
import { folderOf } from './shape.ts';
import { hashOf, isContentFile, type Store } from './store.ts';

export interface Item {
  /** Path inside `content/`. */
  file: string;
  /** Undefined for a YAML file. */
  folder: FolderName | undefined;
  id: string;
  text: string;
  /** Of what is on the disk: see `Store.save`. */
  hash: string;
  data: Data;
  /** The file cannot be taken apart: only its text can be shown. */
  broken: boolean;
  name: string;
}

/** In printed order within each folder. */
export class Library {
  readonly items: readonly Item[];
  constructor(items: readonly Item[]) {
    this.items = [...items].sort((a, b) => placeOf(a) - placeOf(b));
  }
  in(folder: FolderName): Item[] {
    return this.items.filter((item) => item.folder === folder);
  }
  get(file: string): Item | undefined {
    return this.items.find((item) => item.file === file);
  }
  pledgesOf(section: string): Item[] {
    return this.in('pledges').filter(({ id }) => id.startsWith(`${section}/`));
  }
  programmesOf(goal: string): Item[] {
    return this.in('programmes').filter(({ data }) => data.goal === goal);
  }
  get readings(): Readings {
    const { words = {}, unconfirmed = [] } = this.get('readings.yaml')?.data ?? {};
    return readingsSchema.parse({ words, unconfirmed });
  }
  /** Value and name of each thing that a field may name. */
  options(relation: Relation): [string, string][] {
    if (relation === 'files')
      return this.items
        .filter(({ folder }) => folder !== undefined && folder !== 'pages')
        .map(({ file, name }) => [file, `${name}（${file}）`]);
    return this.in(relation).map(({ id, name }) => [id, name]);
  }
}

/** Lists that a plan need not have: where there is none, its first row makes it. */
const LISTS = ['archive.yaml', 'redirects.yaml'];

export async function readLibrary(store: Store): Promise<Library> {
  const files = (await filesBelow(store.dir)).filter(isContentFile);
  const items = await Promise.all(
    files.map(async (file) => {
      const text = await store.read(file).catch(() => null);
      return text === null ? [] : [itemOf(file, text)];
    }),
  );
  const absent = LISTS.filter((file) => !files.includes(file));
  const empty = absent.map((file) => ({ ...itemOf(file, '[]\n'), hash: hashOf(null) }));
  return new Library([...items.flat(), ...empty]);
}

export function itemOf(file: string, text: string): Item {
  const folder = folderOf(file);
  const id = file.replace(/\.(?:mdx|yaml|txt)$/, '').replace(folder ? `${folder}/` : '', '');
  const item = { file, folder, id, text, hash: hashOf(text) };
  try {
    const { data } = readParts(file, text);
    if (typeof data !== 'object' || data === null) throw new Error('no fields');
    return { ...item, data: data as Data, broken: false, name: nameOf(data as Data, file) };
  } catch {
    return { ...item, data: {}, broken: true, name: file };
  }
}

const placeOf = ({ data }: Item) => Number(data.number ?? data.order ?? 0);

function nameOf(data: Data, file: string): string {
  const own = data.title ?? data.name ?? data.heading ?? data.description;
  if (typeof own === 'string') return own;
  const { units } = data;
  if (Array.isArray(units)) return units.length > 0 ? units.join('、') : '課の取組目標';
  return YAML_NAMES[file] ?? file;
}
