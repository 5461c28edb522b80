/** What `npm run changes` prints. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { changesSince } from '#import/changes-since.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const content = path.join(room, 'content');
cpSync('content', content, { recursive: true });
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.jp', ...words], {
    cwd: room,
    stdio: 'pipe',
  });
git('init', '-q');
git('add', '.');
git('commit', '-qm', 'a');

function edit(file: string, from: string, to: string) {
  const target = path.join(content, file);
  writeFileSync(target, readFileSync(target, 'utf8').replace(from, to));
}

it('tells each change with the place that it belongs to', async () => {
  expect(await changesSince(content)).toEqual([]);
  edit('programmes/dv-taisaku.mdx', '連絡会', '連絡会議');
  edit('pages/about.mdx', '公式', '公式の');
  rmSync(path.join(content, 'pledges/kaikei/kaikei.mdx'));
  rmSync(path.join(content, 'sections/kaikei.mdx'));
  expect(await changesSince(content)).toEqual([
    '変更 事業「DV対策事業」の取組「関係機関による児童虐待・DV防止連絡会の開催(年3回)」の 取組: 「…・DV防止連絡会の開催(年3回)」→「…・DV防止連絡会議の開催(年3回)」',
    '削除 課「区会計室」',
    '削除 課「区会計室」の取組目標',
    '変更 content/pages/about.mdx',
  ]);
});

it('refuses a version that git does not know, in one sentence', async () => {
  await expect(changesSince(content, 'no-such')).rejects.toThrow('という版はありません');
  await expect(changesSince(content, '--output=x')).rejects.toThrow('という版はありません');
});
