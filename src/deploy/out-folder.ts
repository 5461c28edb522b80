/**
 * Which folder a build may replace: one that is empty, or that holds only what a build wrote into
 * it. Everything else may be someone's work, and a build that replaces it would destroy it.
 */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#model/problem.ts';
import { filesBelow } from './files.ts';
import { listedFiles, SUMS } from './sums.ts';

/** Folders of a checkout that a build reads: nothing is built into them. */
const SOURCES = ['src', 'public', 'tests', 'deploy', 'docs', 'node_modules', '.git', '.github'];
/** Written by file managers into every folder they show. */
const BY_THE_SYSTEM = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;
const OTHER = 'OUT_DIR に、空のフォルダか、前に組み立てたフォルダを指定してください';

/**
 * The folder that OUT_DIR names, with symbolic links followed. Throws a Refusal where a build must
 * not replace it. `sources` are further folders that a build reads.
 */
export async function outFolder(named: string, sources: readonly string[] = []): Promise<string> {
  const out = await realpath(named).catch(() => path.resolve(named));
  for (const source of [...SOURCES, ...sources])
    if (isInside(out, path.resolve(source)))
      throw new Refusal(`${out} には組み立てません（${source} の中です）。${OTHER}。`);
  const found = await stat(out).catch(() => undefined);
  if (!found) return out;
  if (!found.isDirectory()) throw new Refusal(`${out} はフォルダではありません。${OTHER}。`);
  const [first] = (await readdir(out)).filter((name) => !BY_THE_SYSTEM.test(name));
  if (first === undefined) return out;
  const sums = await readFile(path.join(out, SUMS), 'utf8').catch(() => undefined);
  if (sums === undefined)
    throw new Refusal(
      `${out} は組み立てで作られたフォルダではないので、そのまま残しました（${first} などがあります）。${OTHER}。要らないものなら、消してからもう一度実行してください。`,
    );
  const listed = new Set([...listedFiles(sums), SUMS]);
  const foreign = (await filesBelow(out)).find(
    (file) => !listed.has(file) && !BY_THE_SYSTEM.test(file),
  );
  if (foreign !== undefined)
    throw new Refusal(
      `${out} に、組み立てで作られていないファイル ${foreign} があるので、そのまま残しました。ほかの場所に移してください。`,
    );
  return out;
}

function isInside(folder: string, other: string): boolean {
  const way = path.relative(other, folder);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}
