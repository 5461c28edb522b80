/** A build that is stopped between any two steps: what is served at the next start is whole. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { begin, nextOf, restore, swap, type Disk } from '#deploy/swap.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();

const FILES = ['a.html', 'b.html', 'index.html'];
function write(folder: string, words: string) {
  mkdirSync(folder, { recursive: true });
  for (const file of FILES) writeFileSync(path.join(folder, file), words);
}
/** What a folder says, where all its files say it. */
function said(folder: string): string {
  if (!existsSync(folder)) return 'nothing';
  const words = new Set(FILES.map((file) => readFileSync(path.join(folder, file), 'utf8')));
  return words.size === 1 ? ([...words][0] ?? '') : 'a mixture';
}

/** A disk that takes `steps` of them, the last of a removal only by half, and then no more. */
function stopping(steps: number): Disk {
  let left = steps;
  const step = () => {
    if (left === 0) throw new Error('stopped');
    left -= 1;
  };
  return {
    rename: async (from, to) => {
      step();
      await rename(from, to);
    },
    remove: async (folder) => {
      step();
      const [first] = existsSync(folder) ? readdirSync(folder) : [];
      if (first) await rm(path.join(folder, first));
      step();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The most a swap takes: four removals, each in two, and four renames. */
const STEPS = 12;

describe.each([
  ['a site stands', true],
  ['a site stands, and the last build was stopped as it removed the one before', 'rest'],
  ['none stands yet', false],
] as const)('a swap where %s', (name, before) => {
  const expected = before ? ['old', 'new'] : ['nothing', 'new'];

  it.each(Array.from({ length: STEPS + 1 }, (_, steps) => steps))(
    'leaves a whole site when it is stopped after %i steps',
    async (steps) => {
      const folder = path.join(room, `${name} ${String(steps)}`);
      if (before) write(folder, 'old');
      if (before === 'rest') {
        write(`${folder}.build/old`, 'older');
        write(`${folder}.build/gone`, 'oldest');
      }
      write(nextOf(folder), 'new');
      await swap(folder, stopping(steps)).catch(() => undefined);
      expect(['nothing', 'old', 'older']).toContain(said(`${folder}.build/old`));
      await restore(folder);
      expect(expected).toContain(said(folder));
      if (steps === STEPS) expect(said(folder)).toBe('new');
      // And the next build goes through.
      write(await begin(folder), 'newer');
      await swap(folder);
      expect(said(folder)).toBe('newer');
      expect(existsSync(`${folder}.build`)).toBe(false);
    },
  );
});
