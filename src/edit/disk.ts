/** Whole files: the bytes are on the disk before they take a file's name. */
import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** How the names begin of what the editor keeps beside the content. Readers skip hidden files. */
export const OWN = '.edit-';
const END = '.tmp';
export const isStaged = (name: string): boolean => name.startsWith(OWN) && name.endsWith(END);

export class Disk {
  /** Writes the text into a temporary file beside `target`; gives its path. */
  async stage(target: string, text: string): Promise<string> {
    const staged = path.join(path.dirname(target), `${OWN}${randomUUID()}${END}`);
    await mkdir(path.dirname(target), { recursive: true });
    const mode = (await lstat(target).catch(() => undefined))?.mode ?? 0o644;
    try {
      const handle = await open(staged, 'wx', mode);
      try {
        await this.fill(handle, text);
      } finally {
        await handle.close();
      }
      return staged;
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    }
  }

  /** Gives the staged bytes the file's name, whole or not at all; without them the file goes. */
  async settle(target: string, staged: string | undefined): Promise<void> {
    if (staged) await rename(staged, target);
    else await rm(target, { force: true });
    // Windows cannot open a folder: there the system alone decides when the name is on the disk.
    const folder = await open(path.dirname(target), 'r').catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  }

  protected async fill(handle: FileHandle, text: string): Promise<void> {
    await handle.writeFile(text);
    await handle.sync();
  }
}
