/** Reads `content/` from the disk. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { planOf } from '#links/promises.ts';
import type { Notice } from '#model/notices.ts';
import type { Plan, PlanContent } from '#model/plan.ts';
import { ContentError } from '#model/problem.ts';
import { maxBytes } from './hygiene.ts';
import {
  contentFrom,
  judgeFiles,
  noticesOfFiles,
  textOf,
  type ContentFile,
} from './judge-content.ts';

/** The plan's folder: `content/`, or what CONTENT_DIR names. */
export const contentDir = path.resolve(process.env.CONTENT_DIR ?? 'content');

/** What systems and office programs leave in a folder, and what is hidden: passed over. */
const LITTER = /^(?:\.|~\$|Thumbs\.db$|ehthumbs\.db$|desktop\.ini$)/iu;

/** Path inside `content/` → the text, or null for a file that is not there. */
export type Texts = ReadonlyMap<string, string | null>;

/** The linked plan of a folder, see {@link readContent}. */
export const readPlan = async (dir = contentDir, texts?: Texts): Promise<Plan> =>
  planOf(await readContent(dir, texts));

/**
 * Reads and validates every file, once; `texts` take the place of what is on the disk. Throws one
 * ContentError with all problems.
 */
export async function readContent(
  dir = contentDir,
  texts: Texts = new Map(),
): Promise<PlanContent> {
  const onDisk = await readFiles(dir, texts.size > 0);
  const given = [...texts].flatMap(([file, text]): ContentFile[] => {
    const bytes = new TextEncoder().encode(text ?? '');
    return text === null ? [] : [{ file, size: bytes.length, bytes }];
  });
  const files = inOrder([...onDisk.filter(({ file }) => !texts.has(file)), ...given]);
  return contentFrom(await judgeFiles(files), files);
}

/** The MDX and YAML files of a folder: path inside it → text, as {@link readContent} reads it. */
export async function readTexts(
  dir = contentDir,
  mayBeAbsent = false,
): Promise<Map<string, string>> {
  const found = await readFiles(dir, mayBeAbsent);
  const files = found.filter(({ file }) => /\.(?:mdx|yaml)$/.test(file));
  return new Map(files.map((given) => [given.file, textOf(given)]));
}

export const fileNotices = async (dir = contentDir): Promise<Notice[]> =>
  noticesOfFiles(await readFiles(dir));

/**
 * Everything below `dir` but its folders and {@link LITTER}, in a stable order; paths use `/`.
 * `mayBeAbsent`: a folder that does not exist is read as an empty one.
 */
export async function readFiles(dir = contentDir, mayBeAbsent = false): Promise<ContentFile[]> {
  const items = await readdir(dir, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      if (mayBeAbsent && error.code === 'ENOENT') return [];
      const expected = 'content/ フォルダー（または環境変数 CONTENT_DIR が指すフォルダー）';
      throw new ContentError([
        { file: '', field: 'フォルダー', found: `${dir} がありません`, expected },
      ]);
    },
  );
  const files = items
    .filter((item) => !item.isDirectory() && !LITTER.test(item.name))
    .map(async (item) => {
      const full = path.join(item.parentPath, item.name);
      const file = path.relative(dir, full).replaceAll('\\', '/');
      if (!item.isFile()) return { file, size: 0 };
      const { size } = await stat(full);
      return { file, size, ...(size <= maxBytes(file) && { bytes: await readFile(full) }) };
    });
  return inOrder(await Promise.all(files));
}

const inOrder = (files: ContentFile[]) => files.sort((a, b) => (a.file < b.file ? -1 : 1));
