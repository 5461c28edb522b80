/**
 * Debian's nginx on a built site with the configuration that `deploy/` hands out, on a free port of
 * this machine. Run as a program it installs nginx where that is missing and can be.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { install } from '../debian.ts';

const MODULES = '/usr/lib/nginx/modules';
const BROTLI = `${MODULES}/ngx_http_brotli_static_module.so`;
const BINARY = ['/usr/sbin/nginx', '/usr/bin/nginx'].find((file) => existsSync(file));

export const hasNginx = () => BINARY !== undefined && existsSync(BROTLI);

export interface Nginx {
  origin: string;
  stop: () => Promise<void>;
}
export interface Site {
  /** The built folder. */
  dist: string;
  /** Where it stands below the origin: `/` or `/2013/`. */
  base: string;
  workers?: number;
  port?: number;
}

export async function startNginx({ dist, base, workers = 1, port }: Site): Promise<Nginx> {
  if (!BINARY) throw new Error('no nginx');
  const home = mkdtempSync(path.join(tmpdir(), 'plan-nginx-'));
  const release = path.resolve(dist);
  symlinkSync(release, path.join(home, 'current'));
  const shown = path.join(home, 'www', base).replace(/\/$/, '');
  mkdirSync(path.dirname(shown), { recursive: true });
  symlinkSync(release, shown);
  const free = port ?? (await freePort());
  writeFileSync(
    path.join(home, 'site.conf'),
    readFileSync('deploy/nginx/plan.conf', 'utf8')
      .replaceAll('/srv/plan', home)
      .replace(/^\s*listen \[::\]:80;\n/m, '')
      .replace('listen 80;', `listen 127.0.0.1:${String(free)};`),
  );
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    path.join(home, 'nginx.conf'),
    [
      `load_module ${BROTLI};`,
      'daemon off;',
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      `worker_processes ${String(workers)};`,
      `pid ${home}/pid;`,
      `error_log ${home}/error.log;`,
      'events { worker_connections 1024; }',
      'http {',
      '  access_log off;',
      ...temp.map((name) => `  ${name}_temp_path ${home}/${name};`),
      `  include ${home}/site.conf;`,
      '}',
    ].join('\n'),
  );
  const server = spawn(
    BINARY,
    ['-p', home, '-c', `${home}/nginx.conf`, '-e', `${home}/error.log`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const closed = new Promise<void>((resolve) =>
    server.once('exit', () => {
      resolve();
    }),
  );
  const origin = `http://127.0.0.1:${String(free)}`;
  for (let tries = 0; !(await answers(origin)); tries += 1) {
    if (tries > 100 || server.exitCode !== null)
      throw new Error(`nginx does not start: ${readFileSync(`${home}/error.log`, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    stop: async () => {
      server.kill('SIGTERM');
      await closed;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const answers = (origin: string) =>
  fetch(origin, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

if (import.meta.main && !hasNginx()) {
  const packages = ['nginx', 'libnginx-mod-http-brotli-static'];
  if (!install(packages))
    console.error(`The tests on nginx are skipped: they need ${packages.join(' and ')}.`);
}
