/** A save puts whole files in place, or none; nothing outside the content can be named. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Disk } from '#edit/disk.ts';
import { Conflict, hashOf, Store } from '#edit/store.ts';

let dir = '';
let store: Store;
const at = (file: string) => path.join(dir, file);
const read = (file: string) => readFileSync(at(file), 'utf8');
const none = new Map<string, string>();
/** Nothing of our own is left but the journal. */
const left = () =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.tmp'));

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'plan-store-'));
  store = new Store(dir);
  mkdirSync(at('sections'));
  writeFileSync(at('sections/a.mdx'), 'いち');
  writeFileSync(at('sections/b.mdx'), 'に');
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

describe('a save', () => {
  it('replaces, adds and removes files as one, and can be undone once', async () => {
    const texts = new Map([
      ['sections/a.mdx', '一'],
      ['sections/b.mdx', null],
      ['pledges/a/new.mdx', '新'],
    ]);
    await store.save(texts, none, '三つ');
    expect(read('sections/a.mdx')).toBe('一');
    expect(existsSync(at('sections/b.mdx'))).toBe(false);
    expect(read('pledges/a/new.mdx')).toBe('新');
    expect(await new Store(dir).lastSave()).toBe('三つ');

    expect(await store.undo()).toBe('三つ');
    expect(read('sections/a.mdx')).toBe('いち');
    expect(read('sections/b.mdx')).toBe('に');
    expect(existsSync(at('pledges/a/new.mdx'))).toBe(false);
    expect(await store.undo()).toBeUndefined();
    expect(left()).toEqual([]);
  });

  it('is refused, whole, where a file is not what the form was made from', async () => {
    const hashes = new Map([['sections/b.mdx', hashOf('前の')]]);
    const texts = new Map([
      ['sections/a.mdx', '一'],
      ['sections/b.mdx', '二'],
    ]);
    await expect(store.save(texts, hashes, 'x')).rejects.toThrow(Conflict);
    expect([read('sections/a.mdx'), read('sections/b.mdx')]).toEqual(['いち', 'に']);
  });

  it('lets only the first of two forms made from one file through', async () => {
    const hashes = new Map([['sections/a.mdx', hashOf('いち')]]);
    const save = (text: string) => store.save(new Map([['sections/a.mdx', text]]), hashes, 'x');
    const results = await Promise.allSettled([save('一番'), save('二番')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(read('sections/a.mdx')).toBe('一番');
  });

  it('keeps all old files where the disk takes no more', async () => {
    const full = new Store(
      dir,
      new (class extends Disk {
        protected override async fill(handle: FileHandle, text: string): Promise<void> {
          await handle.writeFile(text.slice(0, 1));
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        }
      })(),
    );
    await expect(full.save(new Map([['sections/a.mdx', '一']]), none, 'x')).rejects.toThrow(
      'no space',
    );
    expect(read('sections/a.mdx')).toBe('いち');
    expect(await store.lastSave()).toBeUndefined();
    expect(left()).toEqual([]);
  });

  it('is taken back when the server starts again after it was killed between two files', async () => {
    const files = [
      { file: 'sections/a.mdx', before: 'いち', after: '一' },
      { file: 'sections/b.mdx', before: 'に', after: '二' },
    ];
    writeFileSync(at('.edit-last-save.json'), JSON.stringify({ label: 'x', done: false, files }));
    writeFileSync(at('sections/a.mdx'), '一');
    writeFileSync(at('sections/.edit-0.tmp'), '二');
    await store.recover();
    expect([read('sections/a.mdx'), read('sections/b.mdx')]).toEqual(['いち', 'に']);
    expect(left()).toEqual([]);
    expect(await store.lastSave()).toBeUndefined();
  });

  it('keeps the rights of a file', async () => {
    chmodSync(at('sections/a.mdx'), 0o600);
    await store.save(new Map([['sections/a.mdx', '一']]), none, 'x');
    expect(statSync(at('sections/a.mdx')).mode & 0o777).toBe(0o600);
  });

  it('is not undone over what was changed since', async () => {
    await store.save(new Map([['sections/a.mdx', '一']]), none, 'x');
    writeFileSync(at('sections/a.mdx'), '壱');
    await expect(store.undo()).rejects.toThrow(Conflict);
    expect(read('sections/a.mdx')).toBe('壱');
  });
});

describe('a name', () => {
  it.each([
    '../outside.mdx',
    'sections/../../outside.mdx',
    '/etc/passwd',
    'sections/a.txt',
    'README.md',
    'sections/A.mdx',
    '.edit-last-save.json',
    'sections/a.mdx/../b.mdx',
    '',
  ])('that is none of the content is refused: %s', async (file) => {
    await expect(store.save(new Map([[file, 'x']]), none, 'x')).rejects.toThrow('編集できる');
    await expect(store.read(file)).rejects.toThrow('編集できる');
  });

  it('that leads out through a link is refused, for a file, a folder and a folder to come', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'plan-outside-'));
    writeFileSync(path.join(outside, 'c.mdx'), '外');
    symlinkSync(path.join(outside, 'c.mdx'), at('sections/c.mdx'));
    symlinkSync(outside, at('goals'));
    symlinkSync(outside, at('pledges'));
    for (const file of ['sections/c.mdx', 'goals/c.mdx', 'pledges/new/c.mdx'])
      await expect(store.save(new Map([[file, 'x']]), none, 'x'), file).rejects.toThrow(
        '編集できる',
      );
    expect(readdirSync(outside)).toEqual(['c.mdx']);
    expect(readFileSync(path.join(outside, 'c.mdx'), 'utf8')).toBe('外');
    rmSync(outside, { recursive: true });
  });
});
