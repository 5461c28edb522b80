/** Writes the files of a new plan, only into a folder that holds no other. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '#model/problem.ts';

/** Throws a Refusal where a plan cannot begin in `dir`. */
export async function mustBeEmpty(dir: string): Promise<void> {
  const there = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const other = there.find((name) => name !== 'README.md' && !name.startsWith('.'));
  if (other !== undefined)
    throw new Refusal(
      `${dir} には「${other}」があります。README.md のほかに何もないフォルダー（環境変数 CONTENT_DIR でも選べます）にだけ書きます。`,
    );
}

/** `files`: path inside `dir` → text. */
export async function writeNew(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mustBeEmpty(dir);
  for (const [file, text] of files) {
    const target = path.join(dir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  }
}
