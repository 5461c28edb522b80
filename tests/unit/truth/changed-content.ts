/**
 * A copy of the content that holds one change at a time. One copy is put right again and again, as
 * making its files takes longer than most of the tests.
 */
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { PUBLISHED_FILE } from '#links/promises.ts';
import { Folder } from './bad-inputs.ts';

/**
 * For one file of tests: gives the folder after a change to the content as it stands. It has published
 * no addresses, so a change may drop any.
 */
export function changedContent(): (change: (content: Folder) => void) => string {
  const room = mkdtempSync(path.join(tmpdir(), 'changed-content-'));
  const dir = path.join(room, 'content');
  cpSync('content', dir, { recursive: true });
  rmSync(path.join(dir, PUBLISHED_FILE), { force: true });
  const listed = () => readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const names = new Set(listed());
  const files = [...names].filter((name) => lstatSync(path.join(dir, name)).isFile());
  const originals = files.map((name) => [name, readFileSync(path.join(dir, name))] as const);
  afterAll(() => {
    rmSync(room, { recursive: true, force: true });
  });

  function restore() {
    mkdirSync(dir, { recursive: true });
    for (const name of listed())
      if (!names.has(name)) rmSync(path.join(dir, name), { recursive: true, force: true });
    for (const [name, bytes] of originals) {
      const file = path.join(dir, name);
      const found = lstatSync(file, { throwIfNoEntry: false });
      if (found?.isFile() && readFileSync(file).equals(bytes)) continue;
      rmSync(file, { recursive: true, force: true });
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }

  return (change) => {
    restore();
    change(new Folder(dir));
    return dir;
  };
}
