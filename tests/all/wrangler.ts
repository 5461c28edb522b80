/**
 * Cloudflare Pages on this machine, by Cloudflare's own `wrangler pages dev`.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../servers/nginx.ts';
import { aside } from './aside.ts';

const { modules, stands } = aside('wrangler');
const CLI = path.join(modules, 'wrangler/wrangler-dist/cli.js');

export const hasWrangler = () => stands;

export async function startWrangler(dist: string, base: string) {
  const room = mkdtempSync(path.join(tmpdir(), 'plan-wrangler-'));
  const site = path.join(room, 'site');
  // Below a path the two files of rules stand above the site, as docs/publishing.md says.
  cpSync(dist, path.join(site, base), { recursive: true });
  if (base !== '/')
    for (const file of ['_headers', '_redirects'])
      cpSync(path.join(dist, file), path.join(site, file));
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      CLI,
      'pages',
      'dev',
      site,
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      '0',
    ],
    {
      // Its settings and its reports stay here.
      env: { ...process.env, HOME: room, CI: '1', WRANGLER_SEND_METRICS: 'false' },
      stdio: 'ignore',
      cwd: room,
      detached: true,
    },
  );
  const closed = new Promise((resolve) => server.once('exit', resolve));
  const origin = `http://127.0.0.1:${String(port)}`;
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      break;
    if (tries > 300 || server.exitCode !== null) throw new Error('wrangler does not start');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    origin,
    stop: async () => {
      process.kill(-(server.pid ?? 0), 'SIGTERM');
      await closed;
      rmSync(room, { recursive: true, force: true });
    },
  };
}
