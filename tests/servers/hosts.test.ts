/** The requests of every host, and what nginx alone is asked. */
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere } from '#deploy/headers.ts';
import { BASE, to } from '#urls.ts';
import { DIST } from '../dist-folder.ts';
import { hasNginx, startNginx, type Nginx } from './nginx.ts';
import { ask, describeHost, expectEverywhere } from './table.ts';

describeHost({ name: 'nginx', start: () => startNginx({ dist: DIST }), skip: !hasNginx() });

/** The head of nginx's answer to bytes that no client would send. */
const sent = (origin: string, bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = createConnection(Number(new URL(origin).port), '127.0.0.1', () => {
      socket.write(bytes);
    });
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer.split('\r\n\r\n')[0] ?? '');
    });
  });

describe.skipIf(!hasNginx())('nginx refuses with the headers of every answer, each once:', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx({ dist: DIST });
  });
  afterAll(() => nginx.stop());

  it.each([
    ['400', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
    ['400', 'nonsense\r\n\r\n'],
    ['414', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ])('%s', async (status, bytes) => {
    const head = await sent(nginx.origin, bytes);
    expect(head).toContain(`HTTP/1.1 ${status} `);
    for (const [name, value] of Object.entries(everywhere(BASE)))
      expect(head.split(`\r\n${name}: ${value}`).length - 1, name).toBe(1);
  });

  it('405, saying what is allowed, and not to be kept as the page is', async () => {
    const answer = await ask(nginx.origin, to(), { method: 'POST' });
    expect(answer.headers.allow).toEqual(['GET, HEAD']);
    expect(answer.headers['cache-control']).toBeUndefined();
    expect((await ask(nginx.origin, to())).headers.allow).toBeUndefined();
  });

  it('no part of a file: whoever asks for one beyond its end gets it whole', async () => {
    const answer = await ask(nginx.origin, to(), { headers: { Range: 'bytes=999999999-' } });
    expect(answer.status).toBe(200);
    expectEverywhere(answer);
  });

  it('nothing to a proxy: it gets the compressed copies too, over HTTP/1.0 as well', async () => {
    const headers = { 'Accept-Encoding': 'gzip', Via: '1.1 proxy' };
    const answer = await ask(nginx.origin, to(), { headers });
    expect(answer.headers['content-encoding']).toEqual(['gzip']);
    const old = `GET ${to()} HTTP/1.0\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n`;
    expect(await sent(nginx.origin, old)).toContain('Content-Encoding: gzip');
  });
});
