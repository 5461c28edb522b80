/**
 * Puts a new folder in the place of the old one, so that a stop at any step leaves a whole folder:
 * in its place, or beside it for `restore` to bring back. Node renames no folder onto a full one.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#model/problem.ts';

/** What a build works in, beside the folder it replaces: on the same disk, so that a rename is one step. */
const workOf = (folder: string) => `${folder}.build`;
/** Where the next folder is made. */
export const nextOf = (folder: string) => path.join(workOf(folder), 'next');
/** The name of the old folder between the two renames: always a whole folder. */
const oldOf = (folder: string) => path.join(workOf(folder), 'old');
/** A folder that is being removed; may be incomplete. */
const goneOf = (folder: string) => path.join(workOf(folder), 'gone');
/** Astro's cache, which no other build reads. */
export const cacheOf = (folder: string) => path.join(workOf(folder), 'cache');

const OWN = new Set(['next', 'old', 'gone', 'cache']);

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

/** Makes the next folder, empty. What a killed build left is cleared away. */
export async function begin(folder: string): Promise<string> {
  const [foreign] = await readdir(workOf(folder)).then(
    (names) => names.filter((name) => !OWN.has(name)),
    () => [],
  );
  if (foreign !== undefined)
    throw new Refusal(
      `${workOf(folder)} は組み立ての作業に使う場所ですが、ほかのファイル ${foreign} があります。移してください。`,
    );
  await abandon(folder);
  await mkdir(nextOf(folder), { recursive: true });
  return nextOf(folder);
}

/** The next folder, which must be whole, takes the place. */
export async function swap(folder: string, on: Disk = disk): Promise<void> {
  await discardOld(folder, on);
  if (existsSync(folder)) await on.rename(folder, oldOf(folder));
  await on.rename(nextOf(folder), folder);
  await discardOld(folder, on);
  await clearWork(folder);
}

/** Leaves no trace of a build that failed; the folder stays as it was. */
export async function abandon(folder: string): Promise<void> {
  await restore(folder);
  await clearWork(folder);
}

async function clearWork(folder: string): Promise<void> {
  for (const name of OWN)
    await rm(path.join(workOf(folder), name), { recursive: true, force: true, maxRetries: 5 });
  // Kept where it holds something else.
  await rmdir(workOf(folder)).catch(() => undefined);
}

async function discardOld(folder: string, { rename, remove }: Disk): Promise<void> {
  await remove(goneOf(folder));
  if (!existsSync(oldOf(folder))) return;
  await rename(oldOf(folder), goneOf(folder));
  await remove(goneOf(folder));
}
