/**
 * One build a checkout at a time: builds share Astro's `.astro/`, and two at once would publish pages
 * of one plan with data of another. The lock is SQLite's on an empty file: the operating system
 * releases it when its process ends, however it ends, so that none is ever stale.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { Refusal } from '#model/problem.ts';

const LOCK = '.cache/build.lock';
/** Result codes of SQLite. */
const BUSY = 5;
const CANNOT_OPEN = 14;

export interface Waiting {
  seconds?: number;
  say?: (sentence: string) => void;
}

/** Waits for the build that holds the lock; the answer releases it. */
export async function lockBuild(
  file = LOCK,
  { seconds = 600, say = console.error }: Waiting = {},
): Promise<() => void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const lock = open(file);
  const until = performance.now() + seconds * 1000;
  for (let announced = false; !taken(lock); announced = true) {
    if (!announced) say('このフォルダでは別の組み立てが進んでいます。終わるのを待ちます。');
    if (performance.now() > until) {
      lock.close();
      throw new Refusal(
        'このフォルダの別の組み立てが終わりません。それを止めてから、もう一度実行してください。',
      );
    }
    await setTimeout(200);
  }
  return () => {
    lock.close();
  };
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    if (codeOf(error) !== CANNOT_OPEN) throw error;
    throw new Refusal(`読み書きの権限がありません: ${path.resolve(file)}`);
  }
}

function taken(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (codeOf(error) === BUSY) return false;
    throw error;
  }
}

const codeOf = (error: unknown) => (error as { errcode?: number }).errcode;
