import { execFileSync } from 'node:child_process';

/**
 * What git prints in a folder, or where the command runs; undefined where it fails, and where there is
 * no git or no repository.
 */
export function git(folder: string | undefined, ...words: string[]): string | undefined {
  try {
    return execFileSync('git', words, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
