import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What git prints in a folder; undefined where it fails, or where there is no git or no repository. */
export const git = (folder: string, ...words: string[]): Promise<string | undefined> =>
  promisify(execFile)('git', words, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
