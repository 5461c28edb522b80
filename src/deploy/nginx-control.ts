/** Asks the nginx of this machine to judge rules, to take them up, and to answer. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '#model/problem.ts';

/** NGINX says how nginx is called, for example `sudo nginx`. */
function nginx(...words: string[]) {
  const [program = 'nginx', ...first] = (process.env.NGINX ?? 'nginx').split(' ').filter(Boolean);
  const { status, stdout, stderr } = spawnSync(program, [...first, ...words], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: status === 0, stdout, stderr };
}

export const hasNginx = () => nginx('-v').ok;

/** Judges a release's rules alone. Touches nothing that is served. */
export function judgeRules(rules: string): void {
  const room = mkdtempSync(path.join(tmpdir(), 'plan-rules-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    path.join(room, 'nginx.conf'),
    [
      `pid ${room}/pid;`,
      'error_log stderr;',
      'events {}',
      'http {',
      '  access_log off;',
      ...temporary.map((name) => `  ${name}_temp_path ${room}/${name};`),
      `  include ${rules}/maps.conf;`,
      '  server {',
      `    listen unix:${room}/socket;`,
      `    include ${rules}/server.conf;`,
      `    include ${rules}/site.conf;`,
      '  }',
      '}',
    ].join('\n'),
  );
  const { ok, stderr } = nginx('-t', '-p', room, '-c', path.join(room, 'nginx.conf'));
  rmSync(room, { recursive: true, force: true });
  if (!ok) throw refused(stderr);
}

/** Judges the whole configuration of this machine; true where it includes the folder's rules. */
export function judgeAll(folder: string): boolean {
  const { ok, stdout, stderr } = nginx('-T');
  if (!ok) throw refused(stderr);
  return stdout.includes(path.join(folder, 'current', 'nginx'));
}

export function reload(): void {
  const { ok, stderr } = nginx('-s', 'reload');
  if (!ok) throw new Refusal(`nginx に読み直させることができません。\n${stderr.trim()}`);
}

const refused = (reason: string) =>
  new Refusal(`nginx が設定を受け付けません。公開は変えていません。\n${reason.trim()}`);

export interface Answer {
  status: number;
  policy: string;
  body: Buffer;
}

/** Asks this machine for an address of the site; `at` is where it listens, if not at the usual port. */
export async function ask(address: URL, at?: URL): Promise<Answer> {
  const { protocol, port } = at ?? address;
  const asked = (protocol === 'https:' ? https : http).get({
    host: at?.hostname ?? 'localhost',
    ...(port ? { port } : {}),
    path: address.pathname,
    headers: { Host: address.host },
    servername: address.hostname,
    agent: false,
    timeout: 10_000,
  });
  asked.on('timeout', () => asked.destroy(new Error('no answer within ten seconds')));
  const [answer] = (await once(asked, 'response')) as [http.IncomingMessage];
  return {
    status: answer.statusCode ?? 0,
    policy: String(answer.headers['content-security-policy'] ?? ''),
    body: await buffer(answer),
  };
}
