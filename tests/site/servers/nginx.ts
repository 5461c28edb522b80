/**
 * Debian's nginx on a built site with the configuration that `deploy/` hands out, on a free port of
 * this machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
import { FILES } from '../../tools.ts';

export interface Nginx {
  origin: string;
  stop: () => Promise<void>;
}
/** Serves a built folder, as released, without TLS. */
export async function startNginx(dist: string): Promise<Nginx> {
  const home = mkdtempSync(path.join(tmpdir(), 'plan-nginx-'));
  const release = releaseLinked(home, dist);
  const port = await freePort();
  const [maps = '', , site = ''] = splitConfiguration(release);
  const stop = await runNginx(home, `${maps}${withoutTls(site, port)}`);
  return { origin: `http://127.0.0.1:${String(port)}`, stop };
}

/** A release that links to the built folder, so that a large one is not copied. */
export function releaseLinked(folder: string, dist: string): string {
  const rules = (file: string) => readFileSync(path.join(dist, '_nginx', file), 'utf8');
  const [, base = ''] = /^location (.*) \{$/m.exec(rules('site.conf')) ?? [];
  const current = path.join(folder, 'current');
  const shown = path.join(current, 'www', base).replace(/\/$/, '');
  mkdirSync(path.dirname(shown), { recursive: true });
  symlinkSync(path.resolve(dist), shown);
  mkdirSync(path.join(current, 'nginx'));
  for (const file of ['maps.conf', 'server.conf', 'site.conf'])
    writeFileSync(
      path.join(current, 'nginx', file),
      rules(file).replaceAll('@DOCUMENT_ROOT@', path.join(current, 'www')),
    );
  return folder;
}

/** What `deploy/` hands out, for a folder of releases: the maps, port 80, and the site. */
export function splitConfiguration(folder: string): string[] {
  const text = readFileSync('deploy/nginx/plan.conf', 'utf8').replaceAll('/srv/plan', folder);
  return text.split(/^(?=server \{)/m);
}

export const withoutTls = (server: string, port: number) =>
  server
    .replace(/^\s*(?:listen \[::\]|ssl_).*\n/gm, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${String(port)};`);

/** Runs nginx with this in its `http` block; `home` is removed when it stops. */
export async function runNginx(home: string, configuration: string): Promise<() => Promise<void>> {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    path.join(home, 'nginx.conf'),
    [
      `load_module ${FILES['libnginx-mod-http-brotli-static']};`,
      'daemon off;',
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      'worker_processes 1;',
      `pid ${home}/pid;`,
      `error_log ${home}/error.log notice;`,
      'events { worker_connections 1024; }',
      'http {',
      '  access_log off;',
      ...temp.map((name) => `  ${name}_temp_path ${home}/${name};`),
      configuration,
      '}',
    ].join('\n'),
  );
  const server = spawn(
    FILES.nginx,
    ['-p', home, '-c', `${home}/nginx.conf`, '-e', `${home}/error.log`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const closed = once(server, 'exit');
  const log = `${home}/error.log`;
  const told = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  while (!told().includes('start worker process ')) {
    if (server.exitCode !== null) throw new Error(`nginx does not start: ${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return async () => {
    server.kill('SIGTERM');
    await closed;
    rmSync(home, { recursive: true, force: true });
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
