/**
 * Runs before the commands: stops with one sentence under a Node that cannot run them. Plain
 * JavaScript, because a Node that is too old cannot read TypeScript. That is possible only where no
 * `node-*` package of package.json fits the system, so that the machine's own Node runs.
 */
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
const needed = engines.node.replace('>=', '');

if (process.versions.node.localeCompare(needed, 'en', { numeric: true }) < 0) {
  console.error(
    `Node ${process.versions.node} is too old: install Node ${needed} or newer (on Linux and Windows \`npm ci --ignore-scripts\` brings one).`,
  );
  process.exitCode = 1;
}
