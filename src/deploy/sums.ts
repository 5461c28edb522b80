/**
 * The hashes of a built folder's files, in the form that `sha256sum --check` reads. They prove that
 * a folder was made by a build and that its files have not changed since.
 */
import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from './files.ts';

/** Paths inside a built folder: what the build wrote, and what a release keeps of the one before. */
export const SUMS = '_build/SHA256SUMS';
export const KEPT = '_build/KEPT';

/** A line a file: hash, two spaces, path. */
export async function sumsOf(folder: string, files?: readonly string[]): Promise<string> {
  const lines = [];
  for (const file of files ?? (await filesBelow(folder)))
    if (file !== SUMS) lines.push(`${await hashOf(path.join(folder, file))}  ${file}\n`);
  return lines.join('');
}

export async function writeSums(folder: string): Promise<void> {
  const sums = await sumsOf(folder);
  await mkdir(path.join(folder, path.dirname(SUMS)), { recursive: true });
  await writeFile(path.join(folder, SUMS), sums);
}

/** What differs from the hashes: a line a file, none where all is as it was written. */
export async function verifySums(folder: string): Promise<string[]> {
  const kept = await readFile(path.join(folder, KEPT), 'utf8').catch(() => '');
  const expected = parse((await readFile(path.join(folder, SUMS), 'utf8')) + kept);
  const present = new Set(await filesBelow(folder));
  for (const own of [SUMS, KEPT]) present.delete(own);
  const faults: string[] = [];
  for (const [file, hash] of expected)
    if (!present.has(file)) faults.push(`${file} がありません`);
    else if ((await hashOf(path.join(folder, file))) !== hash)
      faults.push(`${file} の内容が変わっています`);
  for (const file of present)
    if (!expected.has(file)) faults.push(`${file} は組み立てで作られたファイルではありません`);
  return faults;
}

/** The files that a list of hashes names. */
export const listedFiles = (sums: string): string[] => [...parse(sums).keys()];

const parse = (sums: string) =>
  new Map(
    Array.from(sums.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm), ([, hash = '', file = '']) => [
      file,
      hash,
    ]),
  );

const hashOf = async (file: string) => hash('sha256', await readFile(file));
