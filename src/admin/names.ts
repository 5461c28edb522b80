/** What the files of the content are called, whether or not the content is in order. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { folderOf, folders, type FolderName } from '#model/collections.ts';
import { savedPlainly } from '#reader/hygiene.ts';
import { nounNames, nounTable } from '#tables/nouns.ts';
import { readForm } from './file-form.ts';

/** What people call a file: as its sheet of the workbook; undefined for one that nobody edits. */
export function labelOfFile(file: string): string | undefined {
  const folder = folderOf(file);
  const noun = nounNames.map(nounTable).find(({ kept }) => {
    if (kept.as === 'files') return kept.folder === folder;
    return 'file' in kept && kept.file === file;
  });
  return noun?.sheet ?? (folder === 'pages' ? 'このサイトについて' : OTHERS[file]);
}
const OTHERS: Readonly<Record<string, string>> = { 'keywords.yaml': '関連語' };

/** An MDX file; `place` is its number in the order of its folder. */
export interface NamedFile {
  folder: FolderName;
  file: string;
  id: string;
  name: string;
  place: number;
}

/** All MDX files, those of a folder in their order. */
export async function readNames(dir: string): Promise<NamedFile[]> {
  const found = await readdir(dir, { recursive: true });
  const read = found.map(async (item): Promise<NamedFile[]> => {
    const file = item.replaceAll('\\', '/');
    const folder = folderOf(file);
    if (!folder) return [];
    const id = folders[folder].path.exec(file)?.[1] ?? '';
    const bytes = savedPlainly(await readFile(path.join(dir, item))).bytes;
    return [{ folder, file, id, ...namesIn(new TextDecoder().decode(bytes), id) }];
  });
  return (await Promise.all(read)).flat().sort((a, b) => a.place - b.place);
}

/** As its own fields say it; its id where they do not. */
function namesIn(text: string, id: string): { name: string; place: number } {
  try {
    const { title, name, heading, units, order, number } = readForm(text);
    const said = title ?? name ?? heading ?? (Array.isArray(units) && units.join('、'));
    return {
      name: typeof said === 'string' && said !== '' ? said : id,
      place: Number(order ?? number ?? 0),
    };
  } catch {
    return { name: id, place: 0 };
  }
}
