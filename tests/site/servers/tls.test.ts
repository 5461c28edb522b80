/** What the configuration that `deploy/` hands out agrees on with a browser: protocols and suites. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST } from '../../dist-folder.ts';
import { hasNginx } from '../../tools.ts';
import { freePort, releaseLinked, runNginx, splitConfiguration } from './nginx.ts';

const openssl = (...given: string[]) => spawnSync('openssl', given, { encoding: 'utf8' });
const able = hasNginx() && openssl('version').status === 0;

describe.skipIf(!able)('over TLS', () => {
  let port: number;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'plan-tls-'));
    const [key, certificate] = ['privkey.pem', 'fullchain.pem'].map((name) =>
      path.join(home, name),
    );
    openssl(
      ...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=plan.example'.split(' '),
      ...['-keyout', key ?? '', '-out', certificate ?? ''],
    );
    port = await freePort();
    const [maps = '', , site = ''] = splitConfiguration(releaseLinked(home, DIST));
    const here = site
      .replaceAll('/etc/ssl/plan', home)
      .replace(/^\s*listen \[::\].*\n/m, '')
      .replace('listen 443', `listen 127.0.0.1:${String(port)}`);
    stop = await runNginx(home, maps + here);
  });
  afterAll(() => stop());

  /** The protocol and the suite agreed on, or why there is none. */
  const agreed = (options: ConnectionOptions) =>
    new Promise<string[]>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...options });
      socket.once('secureConnect', () => {
        resolve([socket.getProtocol() ?? '', socket.getCipher().name]);
        socket.destroy();
      });
      socket.once('error', ({ code = '' }: NodeJS.ErrnoException) => {
        resolve([code]);
      });
    });

  const older = { minVersion: 'TLSv1', maxVersion: 'TLSv1.2' } as const;
  it('a browser of today gets TLS 1.3, an older one TLS 1.2 with keys that are exchanged anew', async () => {
    expect((await agreed({}))[0]).toBe('TLSv1.3');
    for (const ciphers of ['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-RSA-CHACHA20-POLY1305'])
      expect(await agreed({ ...older, ciphers })).toEqual(['TLSv1.2', ciphers]);
  });

  it.each([
    ['TLSv1.2', 'AES128-GCM-SHA256', 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE'],
    ['TLSv1.1', 'ALL', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
  ] as const)('a browser that knows only %s with %s is refused', async (version, suite, code) => {
    const options = { minVersion: version, maxVersion: version, ciphers: `${suite}@SECLEVEL=0` };
    expect(await agreed(options)).toEqual([code]);
  });
});
