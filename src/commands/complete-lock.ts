/**
 * `npm run lock`: asks the registry for whatever package-lock.json holds without an integrity, and
 * prints what could not be had. npm leaves out a package that the registry does not hold yet, and
 * `npm ci` then refuses the lock everywhere: until the next run such a package has an entry without
 * integrity, which no system installs.
 */
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  version: string;
  license?: string;
  integrity?: string;
  /** Part of its parent's archive, whose integrity covers it. */
  inBundle?: boolean;
  optional?: boolean;
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}
export interface Lock {
  packages: Record<string, Entry>;
}

/** Whether the content of a package is proved; the project itself has no archive. */
const isProven = ([place, entry]: [string, Entry]) =>
  place === '' || entry.integrity !== undefined || entry.inBundle === true;

/** Places of the packages that the lock has no integrity for. */
export const withoutIntegrity = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap((entry) => (isProven(entry) ? [] : [entry[0]]));

/** The entries that the lock lacks, by their place in it, within the package that names them. */
export const missingEntries = ({ packages }: Lock): Record<string, Entry> =>
  Object.fromEntries(
    Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies).flatMap(([name, version]): [string, Entry][] => {
        const found = places(place, name).find((candidate) => candidate in packages);
        const isExact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);
        if (found && (packages[found]?.version === version || !isExact)) return [];
        return [[places(place, name)[0] ?? '', { version, optional: true, cpu: ['none'] }]];
      }),
    ),
  );

/** Where Node looks for a package from `place`, nearest first. */
function places(place: string, name: string): string[] {
  const own = `${place && `${place}/`}node_modules/${name}`;
  if (place === '') return [own];
  return [own, ...places(place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))), name)];
}

const read = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

function write(lock: Lock, entries: [string, Entry][]): void {
  entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  const whole = { ...lock, packages: Object.fromEntries(entries) };
  writeFileSync('package-lock.json', `${JSON.stringify(whole, null, 2)}\n`);
}

if (import.meta.main) {
  const before = read();
  write(before, Object.entries(before.packages).filter(isProven));
  execSync('npm install --package-lock-only --ignore-scripts', { stdio: 'inherit' });
  const after = read();
  write(after, Object.entries({ ...after.packages, ...missingEntries(after) }));
  const left = withoutIntegrity(read());
  console.log(`package-lock.json: ${String(left.length)} packages could not be had`);
  for (const place of left) console.log(`  ${place}`);
}
