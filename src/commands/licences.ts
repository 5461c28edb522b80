/**
 * `npm run licences`: every installed package has a licence that lets a public body use and pass it
 * on. Prints how many there are of each; ends with 1 where one is unknown.
 */
import { readFileSync } from 'node:fs';

/** Permissive, or copyleft limited to the file or to a tool that is not distributed. */
const FREE = new Set(
  `MIT MIT-0 ISC 0BSD BSD BSD-2-Clause BSD-3-Clause Apache-2.0 CC0-1.0 CC-BY-3.0 CC-BY-4.0
  Python-2.0 BlueOak-1.0.0 Unlicense WTFPL Zlib MPL-2.0 OFL-1.1 LGPL-3.0-or-later`.split(/\s+/),
);

interface Lock {
  packages: Record<string, { version?: string; license?: string; optional?: boolean }>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const counts = new Map<string, number>();
const unknown: string[] = [];
for (const [folder, { version = '', license }] of Object.entries(packages)) {
  if (folder === '') continue;
  const licence = license ?? installedLicence(folder);
  // Of a package for another system nothing is installed; its siblings share its licence.
  if (licence === undefined) continue;
  counts.set(licence, (counts.get(licence) ?? 0) + 1);
  if (!isFree(licence))
    unknown.push(`${folder.replace(/^.*node_modules\//, '')} ${version}: ${licence}`);
}
for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(5)} ${licence}`);
if (unknown.length > 0) {
  console.error(`\nNot known to be free:\n${unknown.join('\n')}`);
  process.exitCode = 1;
}

/** `(A OR B)`: one of them; `A AND B`: all. */
function isFree(expression: string): boolean {
  const bare = expression.replace(/[()]/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isFree);
  return bare.split(' AND ').every((licence) => FREE.has(licence.trim()));
}

function installedLicence(folder: string): string | undefined {
  try {
    const { license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
      license?: string | { type: string };
    };
    return typeof license === 'object' ? license.type : (license ?? 'none given');
  } catch {
    return undefined;
  }
}
