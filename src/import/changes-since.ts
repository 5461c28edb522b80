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
  // A name that begins with a dash would be an option.
  const listed = since.startsWith('-')
    ? undefined
    : git(real, 'ls-tree', '-r', '-z', '--name-only', since, '.');
  if (listed === undefined) throw new Refusal(`「${since}」という版はありません。`);
  const files = listed.split('\0').filter((file) => /\.(?:mdx|yaml)$/.test(file));
  const old = new Map<string, string>();
  for (const file of files) old.set(file, git(real, 'show', `${since}:./${file}`) ?? '');
  const now = await readTexts(dir);
  const [before, after] = [partsOfTexts(old), partsOfTexts(now)];
  const rows = { old: rowsOfContent(before), now: rowsOfContent(after) };
  const inTables = new Set([
    ...contentOfRows(rows.old, before).keys(),
    ...contentOfRows(rows.now, after).keys(),
  ]);
  const others = [...new Set([...old.keys(), ...now.keys()])].filter(
    (file) => !inTables.has(file) && old.get(file) !== now.get(file),
  );
  return [
    ...describeChanges(rows.old, rows.now),
    ...others.sort().map((file) => `変更 content/${file}`),
  ];
}
