/** Releases in a folder: what is added, kept, pointed at and gone back to. nginx has no part in it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { EXAMPLE_SITE } from '#environment.ts';
import {
  addRelease,
  checkBuilt,
  currentRelease,
  keepFiles,
  pointAt,
  prepareFolder,
  releaseBefore,
  siteOf,
} from '#deploy/release.ts';
import { verifySums, writeSums } from '#deploy/sums.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const room = temporaryFolder();
const folder = () => mkdtempSync(path.join(room, 'srv-'));

/** What a build would leave, as far as a release looks at it. */
async function built(words: string, site = 'https://plan.example.jp'): Promise<string> {
  const dist = mkdtempSync(path.join(room, 'dist-'));
  const files = {
    'index.html': words,
    [`_astro/search.${words}.js`]: words,
    '_nginx/site.conf': 'root @DOCUMENT_ROOT@;\n',
    '_build/build.json': JSON.stringify({
      site,
      base: '/plan/',
      commit: 'abcdef0123',
      content: '',
    }),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    writeFileSync(path.join(dist, file), text);
  }
  await writeSums(dist);
  return dist;
}

async function release(srv: string, words: string): Promise<string> {
  await prepareFolder(srv);
  const name = await addRelease(srv, await built(words));
  await pointAt(srv, name);
  return name;
}

it('a first release makes the folder, and names time and commit', async () => {
  const srv = path.join(folder(), 'plan');
  const name = await release(srv, 'one');
  expect(name).toMatch(/^\d{8}T\d{9}-abcdef0$/);
  expect(readlinkSync(path.join(srv, 'current'))).toBe(`releases/${name}`);
  expect(readFileSync(path.join(srv, 'current/www/plan/index.html'), 'utf8')).toBe('one');
  expect(readFileSync(path.join(srv, 'current/nginx/site.conf'), 'utf8')).toBe(
    `root '${srv}/releases/${name}/www';\n`,
  );
});

it('a second release of one commit stands beside the first', async () => {
  const srv = folder();
  const names = [await release(srv, 'one'), await release(srv, 'two')];
  expect(readdirSync(path.join(srv, 'releases'))).toEqual(names);
  expect(readFileSync(path.join(siteOf(srv, names[0] ?? ''), 'index.html'), 'utf8')).toBe('one');
  expect(existsSync(path.join(siteOf(srv, names[0] ?? ''), 'dist'))).toBe(false);
});

it('a release keeps what open pages of the one before ask for, and no longer', async () => {
  const srv = folder();
  const scripts = (name: string) => readdirSync(path.join(siteOf(srv, name), '_astro'));
  await release(srv, 'one');
  const second = await release(srv, 'two');
  expect(scripts(second)).toEqual(['search.one.js', 'search.two.js']);
  expect(await verifySums(siteOf(srv, second))).toEqual([]);
  const third = await release(srv, 'three');
  expect(scripts(third)).toEqual(['search.three.js', 'search.two.js']);
});

it('the way back leads to the release before, which then keeps what the later one asks for', async () => {
  const srv = folder();
  const first = await release(srv, 'one');
  const second = await release(srv, 'two');
  expect(await releaseBefore(srv)).toBe(first);
  await keepFiles(siteOf(srv, second), siteOf(srv, first));
  await pointAt(srv, first);
  expect(await currentRelease(srv)).toBe(first);
  expect(await verifySums(siteOf(srv, first))).toEqual([]);
  await expect(releaseBefore(srv)).rejects.toThrow('前に公開したものはありません');
});

it('what was changed since it was built, or never was, is no release', async () => {
  const srv = folder();
  await prepareFolder(srv);
  const dist = await built('one');
  writeFileSync(path.join(dist, 'index.html'), 'changed');
  await expect(addRelease(srv, dist)).rejects.toThrow('index.html の内容が変わっています');
  await expect(addRelease(srv, folder())).rejects.toThrow('先に npm run build');
  await expect(addRelease(srv, await built('one', EXAMPLE_SITE))).rejects.toThrow('SITE_URL');
  await expect(checkBuilt(dist)).rejects.toThrow(/^[^\n]+。$/);
  expect(readdirSync(path.join(srv, 'releases'))).toEqual([]);
});

it('a folder of someone’s in the place of the link is left alone', async () => {
  const srv = folder();
  mkdirSync(path.join(srv, 'current'));
  await expect(prepareFolder(srv)).rejects.toThrow('リンクではない');
});
