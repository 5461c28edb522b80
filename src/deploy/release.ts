/**
 * Releases side by side in one folder of the web server; one link says which is served.
 *
 *     FOLDER/current               -> releases/NAME
 *     FOLDER/releases/NAME/www/    the document root; the built folder is in it, below its base
 *     FOLDER/releases/NAME/site    -> the built folder in www/
 *     FOLDER/releases/NAME/nginx/  its rules, which name its document root
 *
 * nginx reads rules and document root together, when it is reloaded: pages never meet the headers of
 * another release.
 */
import { existsSync } from 'node:fs';
import {
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { EXAMPLE_SITE } from '#environment.ts';
import { Refusal } from '#model/problem.ts';
import { filesBelow } from './files.ts';
import { FINGERPRINTED } from './headers.ts';
import { withRoot } from './nginx.ts';
import { readProvenance, type Provenance } from './provenance.ts';
import { KEPT, sumsOf, SUMS, listedFiles, verifySums } from './sums.ts';

const currentOf = (folder: string) => path.join(folder, 'current');
const releasesOf = (folder: string) => path.join(folder, 'releases');
export const siteOf = (folder: string, name: string) => path.join(releasesOf(folder), name, 'site');
export const rulesOf = (folder: string, name: string) =>
  path.join(releasesOf(folder), name, 'nginx');

/** Throws a Refusal where the folder is not, file for file, what a build wrote. */
export async function checkBuilt(dist: string): Promise<Provenance> {
  if (!existsSync(path.join(dist, SUMS)))
    throw new Refusal(
      `${dist} に組み立てた物がありません。先に npm run build を実行してください。`,
    );
  const [fault, ...more] = await verifySums(dist);
  if (fault !== undefined)
    throw new Refusal(
      `${dist} は組み立てたままではありません（${fault}${more.length > 0 ? `、ほか ${String(more.length)} 件` : ''}）。もう一度 npm run build を実行してください。`,
    );
  return readProvenance(dist);
}

/** Makes the folder of the releases. Throws a Refusal where something else is in the link's place. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(releasesOf(folder), { recursive: true });
  const found = await lstat(currentOf(folder)).catch(() => undefined);
  if (found && !found.isSymbolicLink())
    throw new Refusal(
      `${currentOf(folder)} はリンクではないので、そのまま残しました。移してください。`,
    );
}

/** Copies a built folder to a new release, and gives its name. The link stays where it is. */
export async function addRelease(folder: string, dist: string, now = new Date()): Promise<string> {
  const { site: origin, base, commit } = await checkBuilt(dist);
  if (origin === EXAMPLE_SITE)
    throw new Refusal(
      'SITE_URL を指定せずに組み立てたものは公開できません。指定して組み立て直してください。',
    );
  const time = now.toISOString().replaceAll(/[-:.Z]/g, '');
  const part = path.join(releasesOf(folder), `.part-${String(process.pid)}`);
  await rm(part, { recursive: true, force: true });
  try {
    const site = path.join(part, 'www', base);
    await cp(dist, site, { recursive: true, preserveTimestamps: true });
    await symlink(path.join('www', base), path.join(part, 'site'));
    const before = await currentRelease(folder);
    if (before !== undefined) await keepFiles(siteOf(folder, before), site);
    const [fault] = await verifySums(site);
    if (fault !== undefined)
      throw new Refusal(`写しが元と違います（${fault}）。もう一度実行してください。`);
    const name = freeName(folder, [time, commit?.slice(0, 7)].filter(Boolean).join('-'));
    await mkdir(path.join(part, 'nginx'));
    const root = path.join(await realpath(releasesOf(folder)), name, 'www');
    for (const file of await readdir(path.join(site, '_nginx')))
      await writeFile(
        path.join(part, 'nginx', file),
        withRoot(await readFile(path.join(site, '_nginx', file), 'utf8'), root),
      );
    await rename(part, path.join(releasesOf(folder), name));
    return name;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/**
 * Copies what pages of one release ask for later by a name of its own content, so that a page that
 * is open while the release changes goes on working.
 */
export async function keepFiles(from: string, to: string): Promise<void> {
  const built = listedFiles(await readFile(path.join(from, SUMS), 'utf8'));
  const present = new Set(await filesBelow(to));
  const wanted = built.filter((file) => FINGERPRINTED.test(file) && !present.has(file));
  for (const file of wanted)
    await cp(path.join(from, file), path.join(to, file), { preserveTimestamps: true });
  const kept = await readFile(path.join(to, KEPT), 'utf8').catch(() => '');
  await writeFile(path.join(to, KEPT), kept + (await sumsOf(to, wanted)));
}

/** The name of the release that is served. */
export const currentRelease = (folder: string): Promise<string | undefined> =>
  readlink(currentOf(folder)).then(
    (target) => path.basename(target),
    () => undefined,
  );

/** The newest release before the one that is served. */
export async function releaseBefore(folder: string): Promise<string> {
  const current = await currentRelease(folder);
  const names = (await readdir(releasesOf(folder)).catch(() => [])).filter(
    (name) => !name.startsWith('.'),
  );
  const before = names.sort().findLast((name) => current !== undefined && name < current);
  if (before === undefined) throw new Refusal(`${folder} に、前に公開したものはありません。`);
  return before;
}

/** Points the link at a release in one step, or removes it. */
export async function pointAt(folder: string, name: string | undefined): Promise<void> {
  if (name === undefined) return rm(currentOf(folder), { force: true });
  const next = `${currentOf(folder)}.next`;
  await rm(next, { force: true });
  await symlink(path.join('releases', name), next);
  await rename(next, currentOf(folder));
}

function freeName(folder: string, wanted: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${String(count)}`;
    if (!existsSync(path.join(releasesOf(folder), name))) return name;
  }
}
