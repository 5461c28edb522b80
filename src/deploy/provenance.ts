/**
 * What a built folder was made from, so that anyone can make it again and compare the hashes. Says
 * nothing of the machine, and of the day what was given: the same sources give the same bytes.
 */
import { hash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { git } from './git.ts';
import { sumsOf } from './sums.ts';

/** Path inside a built folder. */
const STATEMENT = '_build/build.json';

export interface Provenance {
  /** SITE_URL and BASE_PATH. */
  site: string;
  base: string;
  /** BUILD_DATE and CONTENT_DATE, where they were given. */
  date?: string;
  contentDate?: string;
  /** Of git; without it where the sources are no checkout. */
  commit?: string;
  /** The sources differed from the commit. */
  changed?: boolean;
  /** SHA-256 of package-lock.json, and of the list of the content's hashes. */
  lock?: string;
  content: string;
}

export async function writeProvenance(
  folder: string,
  { site, base, content }: { site: string; base: string; content: string },
): Promise<void> {
  const commit = (await git('.', 'rev-parse', 'HEAD'))?.trim();
  const status = await git('.', 'status', '--porcelain');
  const lock = await readFile('package-lock.json').catch(() => undefined);
  const statement: Provenance = {
    site,
    base,
    ...(process.env.BUILD_DATE && { date: process.env.BUILD_DATE }),
    ...(process.env.CONTENT_DATE && { contentDate: process.env.CONTENT_DATE }),
    ...(commit === undefined ? {} : { commit, changed: status !== '' }),
    ...(lock ? { lock: hash('sha256', lock) } : {}),
    content: hash('sha256', await sumsOf(content)),
  };
  const file = path.join(folder, STATEMENT);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(statement, null, 2)}\n`);
}

export const readProvenance = async (folder: string) =>
  JSON.parse(await readFile(path.join(folder, STATEMENT), 'utf8')) as Provenance;
