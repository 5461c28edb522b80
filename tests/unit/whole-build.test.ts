/** What a build may replace, and that a whole site stands whatever stops it. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeSums } from '#deploy/sums.ts';
import { refuseForeign, replace, restore } from '#integrations/whole-build.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
let count = 0;
let out = '';
beforeEach(() => {
  out = path.join(room, String((count += 1)), 'dist');
});

function write(folder: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), words);
}
const read = (folder: string) => readFileSync(path.join(folder, 'index.html'), 'utf8');

describe('a build may replace', () => {
  it('a folder that is missing, or empty but for what the system wrote', async () => {
    await refuseForeign(out);
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, '.DS_Store'), '');
    await refuseForeign(out);
  });

  it('what a build wrote', async () => {
    write(out, 'old');
    await writeSums(out);
    await refuseForeign(out);
  });

  it('no folder of someone’s, with files or with folders', async () => {
    mkdirSync(path.join(out, 'photos'), { recursive: true });
    await expect(refuseForeign(out)).rejects.toThrow(/photos があるので/);
    await expect(refuseForeign(process.cwd())).rejects.toThrow(/があるので/);
  });

  it('no built folder into which someone has put a file or a link', async () => {
    write(out, 'old');
    await writeSums(out);
    symlinkSync('index.html', path.join(out, 'notes'));
    await expect(refuseForeign(out)).rejects.toThrow(/notes があるので/);
  });

  it('no file', async () => {
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, 'a file');
    await expect(refuseForeign(out)).rejects.toThrow('ENOTDIR');
  });
});

describe('a new site', () => {
  const work = path.join(room, 'work');
  beforeEach(() => {
    write(work, 'new');
  });

  it('takes the place of the old one, or of none, and leaves nothing beside it', async () => {
    await replace(out, work);
    write(out, 'old');
    writeFileSync(path.join(out, 'gone.html'), '');
    await replace(out, work);
    expect([read(out), readdirSync(out)]).toEqual(['new', ['index.html']]);
    expect(readdirSync(path.dirname(out))).toEqual(['dist']);
  });

  it('that cannot be copied leaves the old one', async () => {
    write(out, 'old');
    await expect(replace(out, path.join(room, 'nothing'))).rejects.toThrow('ENOENT');
    expect(read(out)).toBe('old');
    expect(existsSync(`${out}.build`)).toBe(false);
  });

  it('that was stopped just before it took the place gives it back to the old one', async () => {
    write(path.join(`${out}.build`, 'old'), 'old');
    write(path.join(`${out}.build`, 'next'), 'new');
    await restore(out);
    expect(read(out)).toBe('old');
    await replace(out, work);
    expect(read(out)).toBe('new');
  });
});
