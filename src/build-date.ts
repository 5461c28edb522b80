/** The days that pages name, in Japan, as `2020-04-01`. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { git } from '#deploy/git.ts';
import { contentDir } from '#reader/read.ts';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/**
 * The day of this build: BUILD_DATE, else that of the last commit, so that the same sources build the
 * same pages on any day. Undefined where neither is known.
 */
export const buildDate = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  dayIn(env, 'BUILD_DATE') ?? known('commit', () => lastCommit());

/**
 * The day on which the content last changed: CONTENT_DATE, else that of its files which are not
 * committed as they are, else of the last commit that changed one. Undefined where git knows none, or
 * not the whole history: the oldest commit that it knows then seems to have changed everything.
 */
export const lastChange = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  dayIn(env, 'CONTENT_DATE') ??
  known('change', () => lastUncommitted() ?? (isWhole() ? lastCommit(contentDir) : undefined));

/** Git is asked once, also where it knows none: every page wants it. */
const days = new Map<string, string | undefined>();
function known(name: string, find: () => string | undefined): string | undefined {
  if (!days.has(name)) days.set(name, find());
  return days.get(name);
}

function dayIn(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const date = env[name];
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw new Error(`${name}: 「${date}」ではなく、2020-04-01 の形で書いてください`);
  return date;
}

/** Of any commit, or of those that changed a file of a folder. */
function lastCommit(folder?: string): string | undefined {
  const paths = folder === undefined ? [] : ['--', '.'];
  const seconds = git(folder, 'log', '-1', '--format=%ct', ...paths)?.trim();
  return seconds ? day.format(Number(seconds) * 1000) : undefined;
}

const isWhole = () => git(contentDir, 'rev-parse', '--is-shallow-repository')?.trim() === 'false';

/** Of files of the content that were changed or added since the last commit. */
function lastUncommitted(): string | undefined {
  const options = ['--modified', '--others', '--exclude-standard', '-z'];
  const times = (git(contentDir, 'ls-files', ...options)?.split('\0') ?? [])
    .filter((file) => file !== '')
    .flatMap((file) => statSync(path.join(contentDir, file), { throwIfNoEntry: false }) ?? [])
    .map(({ mtimeMs }) => mtimeMs);
  return times.length > 0 ? day.format(Math.max(...times)) : undefined;
}
