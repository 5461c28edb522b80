/** Which folders a build may replace, and what it leaves alone. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outFolder } from '#deploy/out-folder.ts';
import { begin } from '#deploy/swap.ts';
import { SUMS, verifySums, writeSums } from '#deploy/sums.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();

let folders = 0;
/** A folder with these files, given as path and text. */
function folder(files: Record<string, string> = {}): string {
  folders += 1;
  const made = path.join(room, String(folders));
  mkdirSync(made);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(made, file)), { recursive: true });
    writeFileSync(path.join(made, file), text);
  }
  return made;
}
async function built(files: Record<string, string> = { 'index.html': 'home', 'a/b.txt': 'b' }) {
  const made = folder(files);
  await writeSums(made);
  return made;
}

describe('a build may replace', () => {
  it.each([
    ['nothing', () => path.join(room, 'not there')],
    ['an empty folder', () => folder()],
    ['what a build made', () => built()],
    [
      'what a build made and a file manager has shown',
      async () => {
        const made = await built();
        writeFileSync(path.join(made, '.DS_Store'), '');
        return made;
      },
    ],
    [
      'what a build made, of which a file was removed',
      async () => {
        const made = await built();
        rmSync(path.join(made, 'index.html'));
        return made;
      },
    ],
  ])('%s', async (_, make) => {
    const made = await make();
    expect(await outFolder(made)).toBe(made);
  });
});

describe('a build refuses, with one sentence, to replace', () => {
  it.each([
    ['content/', () => 'content'],
    ['the sources', () => 'src'],
    ['a folder within the sources', () => 'src/pages/new'],
    ['a folder within public/, which would be published again', () => 'public/dist'],
    ['the history', () => '.git'],
    ['the checkout', () => '.'],
    ['what is above the checkout', () => '..'],
    ['the root of the disk', () => path.parse(process.cwd()).root],
    ['a home folder', () => homedir()],
    ['a web root that it did not make', () => folder({ 'index.html': 'someone’s' })],
    [
      'a site with another plan put below it',
      async () => {
        const made = await built();
        mkdirSync(path.join(made, '2012'));
        writeFileSync(path.join(made, '2012', 'index.html'), 'the older plan');
        return made;
      },
    ],
    [
      'a link to any of them',
      () => {
        const link = path.join(room, 'link');
        symlinkSync(path.resolve('content'), link);
        return link;
      },
    ],
    ['a file', () => path.join(folder({ file: '' }), 'file')],
  ])('%s', async (_, make) => {
    await expect(outFolder(await make())).rejects.toThrow(/^[^\n]+。$/);
  });

  it('content/ under whatever name it has', async () => {
    const content = folder();
    await expect(outFolder(path.join(content, 'dist'), [content])).rejects.toThrow(
      '組み立てません',
    );
  });

  it('a folder of someone’s that has the name of the working folder', async () => {
    const made = await built();
    mkdirSync(`${made}.build`);
    writeFileSync(path.join(`${made}.build`, 'notes.txt'), 'someone’s');
    await expect(begin(made)).rejects.toThrow('notes.txt');
    expect(readdirSync(`${made}.build`)).toEqual(['notes.txt']);
  });

  it('as a command too, which ends with the sentence alone and leaves all as it was', () => {
    const web = folder({ 'index.html': 'someone’s' });
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
      env: { ...process.env, OUT_DIR: web },
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^[^\n]+は組み立てで作られたフォルダではないので、そのまま残しました[^\n]+\n$/,
    );
    expect(readdirSync(web)).toEqual(['index.html']);
  });
});

describe('the hashes of a built folder', () => {
  it('are read by sha256sum', async (context) => {
    if (spawnSync('sha256sum', ['--version']).status !== 0) context.skip();
    const made = await built();
    const told = execFileSync('sha256sum', ['--check', SUMS], { cwd: made, encoding: 'utf8' });
    expect(told.trim().split('\n')).toEqual(['a/b.txt: OK', 'index.html: OK']);
  });

  it('tell each file that was changed, removed or added', async () => {
    const made = await built({ changed: 'a', removed: 'b', kept: 'c' });
    expect(await verifySums(made)).toEqual([]);
    writeFileSync(path.join(made, 'changed'), 'A');
    rmSync(path.join(made, 'removed'));
    writeFileSync(path.join(made, 'added'), '');
    expect(await verifySums(made)).toEqual([
      'changed の内容が変わっています',
      'removed がありません',
      'added は組み立てで作られたファイルではありません',
    ]);
  });
});
