import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder, as paths with `/`, sorted. Symbolic links are named, not followed. */
export async function filesBelow(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => !item.isDirectory())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
