/**
 * Puts a new folder in the place of the old one, so that a stop at any step leaves a whole folder:
 * in its place, or beside it for `restore` to bring back. Node renames no folder onto a full one.
 */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/** Where the next folder is made. */
export const nextOf = (folder: string) => `${folder}.next`;
/** Where the old one stands between the two renames. Nothing but a whole folder has this name. */
const oldOf = (folder: string) => `${folder}.old`;
/** What is being removed, and may be so by half. */
const goneOf = (folder: string) => `${folder}.gone`;

/** The steps on disk; a test stops at each. */
export interface Disk {
  rename: (from: string, to: string) => Promise<void>;
  remove: (folder: string) => Promise<void>;
}
const disk: Disk = {
  rename,
  remove: (folder) => rm(folder, { recursive: true, force: true }),
};

/** Brings the old folder back where a swap was stopped before the new one was in its place. */
export async function restore(folder: string): Promise<void> {
  if (!existsSync(folder) && existsSync(oldOf(folder))) await rename(oldOf(folder), folder);
}

/** The next folder, which must be whole, takes the place. */
export async function swap(folder: string, on: Disk = disk): Promise<void> {
  await discardOld(folder, on);
  if (existsSync(folder)) await on.rename(folder, oldOf(folder));
  await on.rename(nextOf(folder), folder);
  await discardOld(folder, on);
}

async function discardOld(folder: string, { rename, remove }: Disk): Promise<void> {
  await remove(goneOf(folder));
  if (!existsSync(oldOf(folder))) return;
  await rename(oldOf(folder), goneOf(folder));
  await remove(goneOf(folder));
}
