/** What the tests need of the system, installed where that can be done without a question. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Asks Debian for `packages`, as root or with a sudo that asks nothing; true when they came. */
export function install(packages: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing for the tests: ${packages.join(' ')}`);
  return (
    aptGet('update', '-qq') &&
    aptGet('install', '-y', '-qq', '--no-install-recommends', ...packages)
  );
}

function aptGet(...args: string[]): boolean {
  const root = process.getuid?.() === 0;
  const [name = '', ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(name, rest, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}
