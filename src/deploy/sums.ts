/**
 * The hashes of a built folder's files, in the form that `sha256sum --check` reads. They prove that
 * a folder was made by a build and that its files have not changed since.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from './files.ts';

/** Path inside a built folder. */
export const SUMS = '_build/SHA256SUMS';

export async function writeSums(folder: string): Promise<void> {
  const lines = [];
  for (const file of await filesBelow(folder))
    if (file !== SUMS) lines.push(`${await hashOf(path.join(folder, file))}  ${file}\n`);
  await mkdir(path.join(folder, path.dirname(SUMS)), { recursive: true });
  await writeFile(path.join(folder, SUMS), lines.join(''));
}

/** What differs from the hashes: a line a file, none where all is as it was written. */
export async function verifySums(folder: string): Promise<string[]> {
  const expected = new Map(
    parse(await readFile(path.join(folder, SUMS), 'utf8')).map(([hash, file]) => [file, hash]),
  );
  const present = new Set(await filesBelow(folder));
  present.delete(SUMS);
  const faults: string[] = [];
  for (const [file, hash] of expected)
    if (!present.has(file)) faults.push(`${file} がありません`);
    else if ((await hashOf(path.join(folder, file))) !== hash)
      faults.push(`${file} の内容が変わっています`);
  for (const file of present)
    if (!expected.has(file)) faults.push(`${file} は組み立てで作られたファイルではありません`);
  return faults;
}

export const listedFiles = (sums: string): string[] => parse(sums).map(([, file]) => file);

const parse = (sums: string) =>
  Array.from(
    sums.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm),
    ([, hash = '', file = '']) => [hash, file] as const,
  );

const hashOf = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
