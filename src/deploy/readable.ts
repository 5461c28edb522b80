import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Lets every user read a built folder, whatever the umask was: a server runs as another user. */
export async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(item.parentPath, item.name);
    if (item.isDirectory()) await chmod(full, 0o755);
    else if (item.isFile()) await chmod(full, 0o644);
  }
}
