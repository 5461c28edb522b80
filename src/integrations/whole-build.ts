/**
 * Builds in `.cache/build/`, and puts the new site in the place of the old one when it is whole. The
 * last integration.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow, listedFiles, SUMS } from '#deploy/built-folder.ts';
import { Refusal } from '#model/problem.ts';
import { EXAMPLE_SITE, SITE } from '#urls.ts';

/** Written by file managers into every folder they show. */
const BY_THE_SYSTEM = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i;
const SQLITE_BUSY = 5;

export function wholeBuild(): AstroIntegration {
  let out: string;
  return {
    name: 'plan-whole-build',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        // Of the shell, they would stand for Astro's own, and make a build one for development.
        for (const name of ['PROD', 'DEV', 'MODE']) Reflect.deleteProperty(process.env, name);
        process.env.NODE_ENV = command === 'build' ? 'production' : 'development';
        if (command !== 'build') return;
        if (SITE === EXAMPLE_SITE)
          logger.warn(
            `SITE_URL がないので、ページは自分のアドレスを ${EXAMPLE_SITE} と書きます。公開するときは SITE_URL を指定してください。`,
          );
        const named = path.resolve(fileURLToPath(config.outDir));
        out = await realpath(named).catch(() => named);
        const cache = new URL('.cache/', config.root);
        await mkdir(cache, { recursive: true });
        lockBuild(fileURLToPath(new URL('build.lock', cache)));
        await restore(out);
        await refuseForeign(out);
        updateConfig({ outDir: new URL('build/', cache) });
      },
      'astro:build:done': async ({ dir, logger }) => {
        await replace(out, fileURLToPath(dir));
        logger.info(out);
      },
    },
  };
}

let lock: DatabaseSync | undefined;

/**
 * Waits for another build of this checkout: two at once would mix their pages in Astro's `.astro/`.
 * The lock is SQLite's on an empty file; the operating system releases it when the process ends,
 * however it ends.
 */
function lockBuild(file: string): void {
  if (lock) return;
  lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    console.warn('このフォルダでは別の組み立てが進んでいます。終わるのを待ちます。');
    lock.exec('PRAGMA busy_timeout = 2147483647; BEGIN EXCLUSIVE');
  }
}

/** Throws a Refusal where the folder holds anything but what a build wrote: it may be someone's work. */
export async function refuseForeign(out: string): Promise<void> {
  if (!existsSync(out)) return;
  const sums = await readFile(path.join(out, SUMS), 'utf8').catch(() => undefined);
  const present = sums === undefined ? await readdir(out) : await filesBelow(out);
  const built = new Set([SUMS, ...listedFiles(sums ?? '')]);
  const foreign = present.find((file) => !built.has(file) && !BY_THE_SYSTEM.test(file));
  if (foreign !== undefined)
    throw new Refusal(
      `${out} に、組み立てで作られていない ${foreign} があるので、そのまま残しました。OUT_DIR に、空のフォルダか、前に組み立てたフォルダを指定してください。`,
    );
}

/** Beside the folder, on the same disk: `next` is being copied, `old` is whole. */
const besideOf = (out: string) => `${out}.build`;

/** Brings the old folder back where a build was stopped between the two renames of {@link replace}. */
export async function restore(out: string): Promise<void> {
  const old = path.join(besideOf(out), 'old');
  if (!existsSync(out) && existsSync(old)) await rename(old, out);
}

/** Puts a copy of a folder in the place of another. After a failure the old one stands. */
export async function replace(out: string, work: string): Promise<void> {
  const beside = besideOf(out);
  const next = path.join(beside, 'next');
  try {
    await rm(beside, { recursive: true, force: true });
    await cp(work, next, { recursive: true });
    if (existsSync(out)) await rename(out, path.join(beside, 'old'));
    await rename(next, out);
  } finally {
    await restore(out);
    await rm(beside, { recursive: true, force: true, maxRetries: 5 });
  }
}
