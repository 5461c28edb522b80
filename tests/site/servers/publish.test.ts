/**
 * `deploy/nginx/publish.sh` and the steps of docs/publishing.md, on a real nginx. The sites are small:
 * what a build writes is tested elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { needsOf } from '#deploy/content-security-policy.ts';
import { writeRules } from '#deploy/rules.ts';
import { filesBelow, listedFiles, SUMS, writeSums } from '#deploy/built-folder.ts';
import { hasNginx } from '../../tools.ts';
import { parseHeadersFile } from './headers-file.ts';
import { freePort, runNginx, splitConfiguration, withoutTls } from './nginx.ts';
import { ask } from './ask.ts';

const room = mkdtempSync(path.join(tmpdir(), 'plan-publish-'));
const home = path.join(room, 'nginx');
const srv = path.join(room, 'srv');
const sites = path.join(home, 'sites');
const script = path.resolve('deploy/nginx/publish.sh');
let port = 0;

/** A built folder whose page says these words and has a script that is named after them. */
async function built(words: string, base = '/', site = 'https://plan.example.jp'): Promise<string> {
  const dist = mkdtempSync(path.join(room, 'dist-'));
  const page = `<style>/* ${words} */</style><script src="${base}_astro/${words}.js"></script>`;
  const needs = needsOf(page, false);
  mkdirSync(path.join(dist, '_astro'));
  writeFileSync(path.join(dist, `_astro/${words}.js`), `// ${words}`);
  writeFileSync(path.join(dist, 'robots.txt'), `Sitemap: ${site}${base}sitemap.xml`);
  for (const name of ['index.html', '404.html']) writeFileSync(path.join(dist, name), page);
  const files = (await filesBelow(dist)).map((file) =>
    file.endsWith('.html') ? { path: file, needs } : { path: file },
  );
  await writeRules(dist, files, [], { site, base });
  await writeSums(dist);
  return dist;
}

const shell = (commands: string, dist = '') => {
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', commands], {
    cwd: room,
    encoding: 'utf8',
    env: {
      ...process.env,
      DIST: dist,
      NGINX_COMMAND: `nginx -p ${home} -c ${home}/nginx.conf -e ${home}/error.log`,
    },
  });
  return { status, stdout, stderr };
};
const publish = (folder: string, dist: string) => shell(`sh ${script} ${folder} ${dist}`);

/** The commands below a heading of the document, on this nginx; the build is made already. */
function follow(heading: string, dist = '') {
  const [, after = ''] = readFileSync('docs/publishing.md', 'utf8').split(`### ${heading}\n`);
  const [, commands] = /```sh\n([^]*?)```/.exec(after) ?? [];
  if (commands === undefined) throw new Error(`no commands below ${heading}`);
  return shell(
    `nginx() { command $NGINX_COMMAND "$@"; }
     npm() { rm -rf dist; cp -R "$DIST" dist; }
     ${commands.replaceAll('/srv/plan', `${srv}/plan`).replaceAll('/etc/nginx/sites-enabled', sites)}`,
    dist,
  );
}

/** Waits until nginx, whose workers change a moment after the reload, answers as a site says. */
const expectServed = (dist: string, words: string, base = '/', host = 'plan.example.jp') =>
  vi.waitFor(
    async () => {
      const told = parseHeadersFile(readFileSync(path.join(dist, '_headers'), 'utf8'));
      for (const file of ['', `_astro/${words}.js`, 'nothing/']) {
        const { headers, body } = await get(base + file, host);
        expect(body.toString()).toContain(words);
        if (file !== 'nothing/')
          for (const [name, value] of Object.entries(told(base + file)))
            expect(headers[name]).toEqual([value]);
      }
    },
    { timeout: 300_000 },
  );
const get = (address: string, host = 'plan.example.jp') =>
  ask(`http://127.0.0.1:${String(port)}`, address, { headers: { Host: host } });

const scripts = () => readdirSync(path.join(srv, 'plan/current/site/_astro'));
const current = () => readlinkSync(path.join(srv, 'plan/current'));

/** `sha256sum --check` finds no fault, and no file stands beside those that the sums list. */
async function expectSums(): Promise<void> {
  const site = path.join(srv, 'plan/current/site');
  expect(shell(`cd ${site} && sha256sum --check --quiet ${SUMS}`)).toMatchObject({ status: 0 });
  const listed = listedFiles(readFileSync(path.join(site, SUMS), 'utf8'));
  expect([...listed, SUMS].sort()).toEqual(await filesBelow(site));
}

describe.skipIf(!hasNginx())('publishing on nginx', () => {
  let stop: () => Promise<void>;
  let first = '';
  let second = '';
  beforeAll(async () => {
    mkdirSync(sites, { recursive: true });
    mkdirSync(path.join(room, 'deploy/nginx'), { recursive: true });
    cpSync(script, path.join(room, 'deploy/nginx/publish.sh'));
    port = await freePort();
    const [maps = '', , site = ''] = splitConfiguration(`${srv}/plan`);
    writeFileSync(path.join(room, 'deploy/nginx/plan.conf'), maps + withoutTls(site, port));
    stop = await runNginx(home, `include ${sites}/*.conf;`);
    [first, second] = [await built('one'), await built('two')];
  });
  afterAll(async () => {
    await stop();
    rmSync(room, { recursive: true });
  });

  it('the first time serves the site, whatever rights its files had', async () => {
    chmodSync(path.join(first, 'index.html'), 0o600);
    const { status, stdout } = follow('Once', first);
    expect([status, stdout]).toEqual([0, '公開しました: releases/1\n']);
    await expectServed(first, 'one');
    expect(statSync(path.join(srv, 'plan/current/site/index.html')).mode & 0o777).toBe(0o644);
  });

  it('each time serves the next, with the scripts of those before for pages that are open', async () => {
    expect(follow('Each time', second).stdout).toBe('公開しました: releases/2\n');
    await expectServed(second, 'two');
    expect(scripts()).toEqual(['one.js', 'two.js']);
    await expectSums();
  });

  it('goes back to the one before, which then has the scripts of the later one', async () => {
    expect(follow('Going back').stdout).toBe('公開しました: releases/1\n');
    await expectServed(first, 'one');
    expect(scripts()).toEqual(['one.js', 'two.js']);
    await expectSums();
    expect(follow('Going back').stderr).toContain('前に公開したものはありません。');
  });

  it('changes nothing where nginx refuses', async () => {
    writeFileSync(path.join(sites, 'other.conf'), 'nonsense;');
    const { status, stderr } = follow('Each time', second);
    expect([status, current()]).toEqual([1, 'releases/1']);
    expect(stderr).toMatch(/unknown directive "nonsense"[^]*公開は変えていません。\n$/);
    rmSync(path.join(sites, 'other.conf'));
    expect(shell('$NGINX_COMMAND -s reload').status).toBe(0);
    await expectServed(first, 'one');
  });

  it('takes no plan of another path, none without SITE_URL, and nothing but what was built', async () => {
    const extra = await built('extra');
    writeFileSync(path.join(extra, 'notes.txt'), '');
    const changed = await built('changed');
    writeFileSync(path.join(changed, 'index.html'), 'changed');
    for (const [dist, reason] of [
      [await built('other', '/2027/'), '/2027/ の計画は公開していません'],
      [await built('none', '/', 'https://plan.example'), 'SITE_URL を指定して'],
      [extra, '組み立てたままではありません'],
      [changed, 'index.html: FAILED'],
    ] as const) {
      const { status, stdout, stderr } = publish(`${srv}/plan`, dist);
      expect(status).toBe(1);
      expect(stdout + stderr).toContain(reason);
    }
    expect(readdirSync(path.join(srv, 'plan/releases'))).toEqual(['1', '2']);
    expect(current()).toBe('releases/1');
  });

  it('leaves a folder alone that stands in the place of the link', () => {
    mkdirSync(path.join(srv, 'other/current'), { recursive: true });
    expect(publish(`${srv}/other`, first).stderr).toContain('リンクではありません');
    expect(readdirSync(path.join(srv, 'other/releases'))).toEqual([]);
  });

  it('goes on from releases with other names, and back to them', async () => {
    renameSync(path.join(srv, 'plan/releases/1'), path.join(srv, 'plan/releases/20260401T1-abc'));
    expect(shell(`ln -sfn releases/20260401T1-abc ${srv}/plan/current`).status).toBe(0);
    expect(follow('Each time', second).stdout).toBe('公開しました: releases/3\n');
    await expectServed(second, 'two');
    expect(follow('Going back').stdout).toBe('公開しました: releases/20260401T1-abc\n');
  });

  describe('a second plan beside it', () => {
    const configuration = path.join(sites, 'plan.conf');
    it('below another path of its name, by two lines more', async () => {
      const next = await built('next', '/next/year/');
      expect(publish(`${srv}/next`, next).status).toBe(0);
      const both = readFileSync(configuration, 'utf8').replace(
        /^ *include .*(\/current\/nginx\/(?:maps|site)\.conf;\n)/gm,
        (line, rules: string) => `${line}include ${srv}/next${rules}`,
      );
      writeFileSync(configuration, both);
      expect(shell('$NGINX_COMMAND -t -q && $NGINX_COMMAND -s reload').status).toBe(0);
      await expectServed(next, 'next', '/next/year/');
      expect(follow('Each time', second).status).toBe(0);
      await expectServed(second, 'two');
      const slashless = await get('/next/year');
      expect([slashless.status, slashless.headers.location]).toEqual([301, ['/next/year/']]);
      const transport = async (address: string) =>
        (await get(address)).headers['strict-transport-security']?.join();
      expect(await transport('/')).toContain('includeSubDomains');
      expect(await transport('/next/year/')).toBe('max-age=31536000');
    });

    it('under another name, by a copy of the configuration', async () => {
      const named = await built('named', '/', 'https://named.example.jp');
      expect(publish(`${srv}/named`, named).status).toBe(0);
      const copy = readFileSync(path.join(room, 'deploy/nginx/plan.conf'), 'utf8')
        .replaceAll(`${srv}/plan/`, `${srv}/named/`)
        .replaceAll('plan.example', 'named.example.jp');
      writeFileSync(path.join(sites, 'named.conf'), copy);
      expect(shell('$NGINX_COMMAND -t -q && $NGINX_COMMAND -s reload').status).toBe(0);
      await expectServed(named, 'named', '/', 'named.example.jp');
      await expectServed(second, 'two');
    });
  });
});
