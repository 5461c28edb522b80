/**
 * `npm run lock`: gives package-lock.json an entry for every optional dependency that a package
 * names and the lock lacks. npm leaves out the builds of other systems when the registry does not
 * hold them yet, and `npm ci` then refuses the lock, everywhere.
 */
import { readFile, writeFile } from 'node:fs/promises';

interface Entry {
  version: string;
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

/** The entries that the lock lacks, by their place in it. */
export function missingEntries({ packages }: Lock): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [place, { dev, optionalDependencies = {} }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = places(place, name).find((candidate) => candidate in packages);
      if (found && serves(packages[found], version)) continue;
      // Beside the package; within it where another version stands there already.
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

/** What a build's name says of where it runs: `@pagefind/windows-x64` → win32, x64. */
function platform(name: string): Pick<Entry, 'os' | 'cpu'> {
  const words = name.split(/[/-]/).map((word) => OS[word] ?? word);
  const os = words.filter((word) => word === 'win32' || SYSTEMS.includes(word));
  const cpu = words.filter((word) => CPUS.includes(word));
  if (cpu.length !== 1) throw new Error(`${name}: its name does not tell its processor`);
  return { ...(os.length > 0 && { os }), cpu };
}

if (import.meta.main) {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock;
  const missing = missingEntries(lock);
  const packages = Object.entries({ ...lock.packages, ...missing });
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  const whole = { ...lock, packages: Object.fromEntries(packages) };
  await writeFile('package-lock.json', `${JSON.stringify(whole, null, 2)}\n`);
  console.log(`package-lock.json: ${String(Object.keys(missing).length)} entries added`);
}
