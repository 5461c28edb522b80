/** The built site on nginx for a measurement, with an empty page beside it. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { precompress } from '#deploy/precompress.ts';
import { DIST } from '../dist-folder.ts';
import { startNginx } from '../site/servers/nginx.ts';
import { hasNginx } from '../tools.ts';

const HELLO = '<!doctype html><html lang="ja"><meta charset="utf-8"><title>hello</title><p>hello';

export async function startSite() {
  if (!hasNginx())
    throw new Error('This measures nginx: install nginx and libnginx-mod-http-brotli-static.');
  const home = mkdtempSync(path.join(tmpdir(), 'plan-bench-'));
  const dist = path.join(home, 'dist');
  cpSync(DIST, dist, { recursive: true });
  writeFileSync(path.join(dist, 'hello.html'), HELLO);
  await precompress(path.join(dist, 'hello.html'), Buffer.from(HELLO));
  const nginx = await startNginx(dist);
  return {
    origin: nginx.origin,
    stop: async () => {
      await nginx.stop();
      rmSync(home, { recursive: true });
    },
  };
}
