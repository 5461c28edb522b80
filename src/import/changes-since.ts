/** What changed in the content since it was published, in words, from git. */
import { realpath } from 'node:fs/promises';
import { git } from '#deploy/git.ts';
import { Refusal } from '#model/problem.ts';
import { readTexts } from '#reader/read.ts';
import { contentOfRows, partsOfTexts, rowsOfContent } from '#tables/noun-rows.ts';
import { describeChanges } from './describe-changes.ts';

/** Since `ref`, or the last tag, or the last commit where there is no tag: a line a change. */
export async function changesSince(dir: string, ref?: string): Promise<string[]> {
  const real = await realpath(dir);
  if (git(real, 'rev-parse', '--verify', 'HEAD') === undefined)
    throw new Refusal('content/ の記録（git）がないので、変わったところを調べられません。');
  const since = ref ?? git(real, 'describe', '--tags', '--abbrev=0')?.trim() ?? 'HEAD';
  const listed = git(real, 'ls-tree', '-r', '-z', '--name-only', '--end-of-options', since, '.');
  if (listed === undefined) throw new Refusal(`「${since}」という版はありません。`);
  const files = listed.split('\0').filter((file) => /\.(?:mdx|yaml)$/.test(file));
  const old = stateOf(
    new Map(files.map((file) => [file, git(real, 'show', `${since}:./${file}`) ?? ''])),
  );
  const now = stateOf(await readTexts(dir));
  const others = [...new Set([...old.texts.keys(), ...now.texts.keys()])].filter((file) => {
    const isInTable = old.inTables.has(file) || now.inTables.has(file);
    return !isInTable && old.texts.get(file) !== now.texts.get(file);
  });
  return [
    ...describeChanges(old.rows, now.rows),
    ...others.sort().map((file) => `変更 content/${file}`),
  ];
}

function stateOf(texts: ReadonlyMap<string, string>) {
  const parts = partsOfTexts(texts);
  const rows = rowsOfContent(parts);
  return { texts, rows, inTables: contentOfRows(rows, parts) };
}
