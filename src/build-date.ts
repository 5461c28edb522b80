/** The days that pages name, in Japan, as `2020-04-01`. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { git } from '#deploy/git.ts';
import { contentDir } from '#reader/read.ts';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
const dayOf = (seconds: string) => day.format(new Date(Number(seconds) * 1000));

/**
 * The day of this build: BUILD_DATE, else SOURCE_DATE_EPOCH (seconds), else the day of the last
 * commit, so that the same sources build the same pages on any day. Undefined where none of these is
 * known.
 */
export function buildDate(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { SOURCE_DATE_EPOCH: epoch } = env;
  const date = dayIn(env, 'BUILD_DATE');
  if (epoch !== undefined && !/^\d+$/.test(epoch))
    throw new Error(`SOURCE_DATE_EPOCH: 「${epoch}」ではなく、秒の数で書いてください`);
  if (date !== undefined) return date;
  if (epoch !== undefined) return dayOf(epoch);
  committed ??= { date: lastCommit() };
  return committed.date;
}

/**
 * The day on which the content last changed: CONTENT_DATE, else that of its files which are not
 * committed as they are, else of the last commit that changed one. Undefined where git knows none, or
 * not the whole history: the oldest commit that it knows then seems to have changed everything.
 */
export function lastChange(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const date = dayIn(env, 'CONTENT_DATE');
  if (date !== undefined) return date;
  changed ??= { date: lastUncommitted() ?? (isWhole() ? lastCommit(contentDir) : undefined) };
  return changed.date;
}

/** Git is asked once, also where it knows none: every page wants it. */
let committed: { date: string | undefined } | undefined;
let changed: { date: string | undefined } | undefined;

function dayIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const date = env[name];
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new Error(`${name}: 「${date}」ではなく、2020-04-01 の形で書いてください`);
  return date;
}

/** Of any commit, or of those that changed a file of a folder. */
function lastCommit(folder?: string): string | undefined {
  const of = folder === undefined ? [] : ['--', '.'];
  const seconds = git(folder, 'log', '-1', '--format=%ct', ...of)?.trim();
  return seconds ? dayOf(seconds) : undefined;
}

const isWhole = () => git(contentDir, 'rev-parse', '--is-shallow-repository')?.trim() === 'false';

/** Of files of the content that were changed or added since the last commit. */
function lastUncommitted(): string | undefined {
  const options = ['--modified', '--others', '--exclude-standard', '-z'];
  const files = git(contentDir, 'ls-files', ...options)?.split('\0') ?? [];
  const times = files
    .filter((file) => file !== '')
    .flatMap((file) => statSync(path.join(contentDir, file), { throwIfNoEntry: false }) ?? [])
    .map(({ mtimeMs }) => mtimeMs);
  return times.length > 0 ? day.format(Math.max(...times)) : undefined;
}
