/**
 * `node src/commands/run.js FILE …`: runs a TypeScript file, or says in one sentence that Node is too
 * old for it. Plain JavaScript, because such a Node cannot read TypeScript. That happens only where no
 * `node-*` package of package.json fits the system, so that the machine's own Node runs.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
const needed = engines.node.replace('>=', '');

if (process.versions.node.localeCompare(needed, 'en', { numeric: true }) < 0) {
  console.error(
    `Node ${process.versions.node} is too old: install Node ${needed} or newer (on Linux and Windows \`npm ci --ignore-scripts\` brings one).`,
  );
  process.exit(1);
}
process.argv.splice(1, 1);
await import(pathToFileURL(path.resolve(process.argv[1])).href);
