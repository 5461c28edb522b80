/**
 * `npm run lock`: asks the registry for whatever package-lock.json holds without an integrity, and
 * prints what could not be had. npm leaves out the builds of other systems when the registry does
 * not hold them yet, and `npm ci` then refuses the lock, everywhere: such a build gets an entry
 * without integrity until the next run.
 */
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  version: string;
  integrity?: string;
  /** Part of its parent's archive, whose integrity covers it. */
  inBundle?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}
export interface Lock {
  packages: Record<string, Entry>;
}

const OS: Record<string, string> = { windows: 'win32' };
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos'];
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Places of the packages that the lock has no integrity for. */
export const withoutIntegrity = ({ packages }: Lock): string[] =>
  Object.keys(packages).filter((place) => {
    const { integrity, inBundle } = packages[place] ?? {};
    return place !== '' && integrity === undefined && !inBundle;
  });

/** The entries that the lock lacks, by their place in it (`node_modules/…`). */
export function missingEntries({ packages }: Lock): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [place, { dev, optionalDependencies = {} }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = places(place, name).find((candidate) => candidate in packages);
      if (found && serves(packages[found], version)) continue;
      // Beside the package; within it if another version is there already.
      const [inner = '', beside = inner] = places(place, name);
      missing[found === beside ? inner : beside] = {
        version,
        ...(dev && { dev }),
        optional: true,
        ...platform(name),
      };
    }
  return missing;
}

/** Builds are named by exact versions; a range was resolved by npm itself. */
const serves = (entry: Entry | undefined, version: string) =>
  entry?.version === version || !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);

/** Where Node looks for a package from `place`, nearest first. */
function places(place: string, name: string): string[] {
  const own = `${place && `${place}/`}node_modules/${name}`;
  if (place === '') return [own];
  const parent = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')));
  return [own, ...places(parent, name)];
}

/** System and processor by the name of a build: `@pagefind/windows-x64` → win32, x64. */
function platform(name: string): Pick<Entry, 'os' | 'cpu'> {
  const words = name.split(/[/-]/).map((word) => OS[word] ?? word);
  const os = words.filter((word) => word === 'win32' || SYSTEMS.includes(word));
  const cpu = words.filter((word) => CPUS.includes(word));
  if (cpu.length !== 1) throw new Error(`${name}: its name does not tell its processor`);
  return { ...(os.length > 0 && { os }), cpu };
}

const read = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

function write(lock: Lock, entries: [string, Entry][]): void {
  entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  const whole = { ...lock, packages: Object.fromEntries(entries) };
  writeFileSync('package-lock.json', `${JSON.stringify(whole, null, 2)}\n`);
}

if (import.meta.main) {
  const before = read();
  const unproven = new Set(withoutIntegrity(before));
  write(
    before,
    Object.entries(before.packages).filter(([place]) => !unproven.has(place)),
  );
  execSync('npm install --package-lock-only --ignore-scripts', { stdio: 'inherit' });
  const after = read();
  write(after, Object.entries({ ...after.packages, ...missingEntries(after) }));
  const left = withoutIntegrity(read());
  console.log(`package-lock.json: ${String(left.length)} packages could not be had`);
  for (const place of left) console.log(`  ${place}`);
}
