/** The hashes of a built folder's files, in the form that `sha256sum --check` reads. */
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

/** Lists every file but the list itself: hash, two spaces, path. */
export async function writeSums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of await filesBelow(folder))
    if (file !== SUMS) {
      const bytes = await readFile(path.join(folder, file));
      lines.push(`${hash('sha256', bytes)}  ${file}\n`);
    }
  await mkdir(path.join(folder, path.dirname(SUMS)), { recursive: true });
  await writeFile(path.join(folder, SUMS), lines.join(''));
}

/** The files that such a list names. */
export const listedFiles = (sums: string): string[] =>
  Array.from(sums.matchAll(/^[0-9a-f]{64} {2}(.+)$/gm), ([, file = '']) => file);
