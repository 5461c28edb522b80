/** The files of a built folder, and their hashes in the form that `sha256sum --check` reads. */
import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Path inside a built folder. Its presence says that a build made the folder. */
export const SUMS = '_build/SHA256SUMS';

/** Every file below a folder, as paths with `/`, sorted. Symbolic links are named, not followed. */
export async function filesBelow(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => !item.isDirectory())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** Writes a file of a folder, given by its path inside. */
export async function writeInside(folder: string, file: string, text: string): Promise<void> {
  const full = path.join(folder, file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
}

/** Lists every file but the list itself: hash, two spaces, path. */
export async function writeSums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of await filesBelow(folder))
    if (file !== SUMS)
      lines.push(`${hash('sha256', await readFile(path.join(folder, file)))}  ${file}\n`);
  await writeInside(folder, SUMS, lines.join(''));
}

/** The files that such a list names. */
export const listedFiles = (sums: string): string[] =>
  Array.from(sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm), ([, file = '']) => file);
