/** What a build may replace, and that a whole site stands whatever stops it. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeSums } from '#deploy/built-folder.ts';
import { refuseForeign, replace, restore } from '#integrations/whole-build.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const work = path.join(room, 'work');
let out = '';
beforeEach(() => {
  out = path.join(mkdtempSync(path.join(room, 'out-')), 'dist');
});

function write(folder: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), words);
}
const words = () => readFileSync(path.join(out, 'index.html'), 'utf8');

describe('a build may replace', () => {
  it('a folder that is missing, or empty, or that a build wrote', async () => {
    await refuseForeign(out);
    mkdirSync(out);
    await refuseForeign(out);
    write(out, 'old');
    await writeSums(out);
    writeFileSync(path.join(out, '.DS_Store'), '');
    await refuseForeign(out);
  });

  it('no folder of someone’s, no built one with a file or a link of someone’s, and no file', async () => {
    await expect(refuseForeign(process.cwd())).rejects.toThrow(/があるので/);
    mkdirSync(path.join(out, 'photos'), { recursive: true });
    await expect(refuseForeign(out)).rejects.toThrow(/photos があるので/);
    await writeSums(out);
    symlinkSync('photos', path.join(out, 'notes'));
    await expect(refuseForeign(out)).rejects.toThrow(/notes があるので/);
    writeFileSync(path.join(room, 'file'), '');
    await expect(refuseForeign(path.join(room, 'file'))).rejects.toThrow('ENOTDIR');
  });
});

describe('a new site', () => {
  beforeEach(() => {
    write(work, 'new');
  });

  it('takes the place of the old one, or of none, and leaves nothing beside it', async () => {
    await replace(out, work);
    write(out, 'old');
    writeFileSync(path.join(out, 'gone.html'), '');
    await replace(out, work);
    expect([words(), readdirSync(out)]).toEqual(['new', ['index.html']]);
    expect(readdirSync(path.dirname(out))).toEqual(['dist']);
  });

  it('that cannot be copied leaves the old one', async () => {
    write(out, 'old');
    await expect(replace(out, path.join(room, 'nothing'))).rejects.toThrow('ENOENT');
    expect([words(), readdirSync(path.dirname(out))]).toEqual(['old', ['dist']]);
  });

  it('that was stopped just before it took the place gives it back to the old one', async () => {
    write(`${out}.build/old`, 'old');
    write(`${out}.build/next`, 'new');
    await restore(out);
    expect(words()).toBe('old');
    await replace(out, work);
    expect(words()).toBe('new');
  });
});
