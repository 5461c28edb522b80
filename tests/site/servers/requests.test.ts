/** What a reader's browser gets from nginx, request by request. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '#deploy/built-folder.ts';
import { everywhere } from '#deploy/headers.ts';
import { BASE, to } from '#urls.ts';
import { addressOf, DIST } from '../../dist-folder.ts';
import { hasNginx } from '../../tools.ts';
import { ask, type Answer } from './ask.ts';
import { startNginx, type Nginx } from './nginx.ts';
import { parseHeadersFile } from './headers-file.ts';

const CODINGS = [
  ['br', 'br', brotliDecompressSync],
  ['gzip', 'gz', gunzipSync],
] as const;

let nginx: Nginx;
const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  ask(nginx.origin, address, { headers, method });

/** The head of nginx's answer to bytes that no client would send. */
const sent = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = '';
    const socket = createConnection(Number(new URL(nginx.origin).port), '127.0.0.1', () => {
      socket.write(bytes);
    });
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer.split('\r\n\r\n')[0] ?? '');
    });
  });

/** The headers of every answer are there, and no header is sent twice. */
function expectEverywhere({ headers }: Answer, subject = ''): void {
  for (const [name, value] of Object.entries(everywhere(BASE)))
    expect.soft(headers[name.toLowerCase()], `${subject} ${name}`).toEqual([value]);
  for (const [name, values] of Object.entries(headers))
    expect.soft(values?.length, `${subject} ${name} is sent once`).toBe(1);
}

const bytesOf = (file: string) => readFileSync(path.join(DIST, file));
const rules = parseHeadersFile(bytesOf('_headers').toString());
const redirects = bytesOf('_redirects')
  .toString()
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split(' '));
const moved = new Set(redirects.map(([from]) => from));
const files = (await filesBelow(DIST))
  .filter((file) => !/^_(?:build|nginx|headers|redirects)|\.(?:gz|br)$/.test(file))
  // An address that has moved is sent on before its page is looked for.
  .filter((file) => !moved.has(addressOf(file)));

describe.skipIf(!hasNginx())('on nginx', () => {
  beforeAll(async () => {
    nginx = await startNginx(DIST);
  });
  afterAll(() => nginx.stop());

  it('every file is served whole, with its type and what the static hosts are told of it, each once', async () => {
    for (const file of files) {
      const answer = await get(addressOf(file));
      const { status, headers, body } = answer;
      expect([file, status, headers['content-encoding']]).toEqual([file, 200, undefined]);
      expect(body.equals(bytesOf(file)), file).toBe(true);
      expectEverywhere(answer, file);
      const isText =
        /\.(?:html|css|js|json|jsonld|csv|txt|md|xml|svg|ics|webmanifest|speculationrules)$/.test(
          file,
        );
      expect
        .soft(headers['content-type']?.join(), file)
        .toMatch(isText ? /^\S+; charset=utf-8$/ : /^[a-z]+\/[\w.+-]+$/);
      const told = rules(addressOf(file));
      expect(Object.keys(told).length, file).toBeGreaterThanOrEqual(6);
      for (const [name, value] of Object.entries(told))
        expect.soft(headers[name], `${file} ${name}`).toEqual([value]);
      for (const name of [
        'content-security-policy',
        'speculation-rules',
        'access-control-allow-origin',
      ])
        if (!(name in told)) expect.soft(headers[name], file).toBeUndefined();
    }
  });

  it.each(CODINGS)('every file is sent as the copy that stands beside it: %s', async (...coded) => {
    const [coding, ending, unpack] = coded;
    for (const file of files) {
      const { headers, body } = await get(addressOf(file), { 'Accept-Encoding': coding });
      const stands = existsSync(path.join(DIST, `${file}.${ending}`));
      expect(headers['content-encoding'], file).toEqual(stands ? [coding] : undefined);
      if (file.endsWith('.html')) expect(stands, file).toBe(true);
      if (!stands) continue;
      expect(headers.vary?.join()).toContain('Accept-Encoding');
      // Pagefind's files are packed themselves: the copy holds what is in them.
      const packed = /\.(?:pagefind|pf_\w+)$/.test(file);
      const held = packed ? gunzipSync(bytesOf(file)) : bytesOf(file);
      expect(unpack(body).equals(held), file).toBe(true);
    }
  });

  it('every page is kept a short while, then asked for again and answered with 304', async () => {
    const first = await get(to());
    expect(first.headers['cache-control']).toEqual(['max-age=300, must-revalidate']);
    const again = await get(to(), { 'If-None-Match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toEqual(
      first.headers['content-security-policy'],
    );
  });

  it('a fingerprinted file is kept for a year', async () => {
    const file = files.find((name) => /^_astro\/|^pagefind\/index\//.test(name)) ?? '';
    const { headers } = await get(to(file));
    expect(headers['cache-control']).toEqual(['max-age=31536000, immutable']);
  });

  it.each([
    'nothing-here',
    'nothing-here/',
    'about/nothing.html',
    'goals/nothing-here/',
    'data/nothing-here.csv',
    '_astro/',
    '_astro/nothing-here.js',
    'pagefind/fragment/nothing-here.pf_fragment',
    '_build/SHA256SUMS',
    '_nginx/maps.conf',
    '_headers',
    '_redirects',
  ])('answers %s with the site’s own page and 404, with its styles', async (unknown) => {
    const answer = await get(to(unknown));
    const { status, headers, body } = answer;
    const notFound = bytesOf('404.html');
    expect([status, body.equals(notFound)]).toEqual([404, true]);
    expect(headers['content-type']).toEqual(['text/html; charset=utf-8']);
    expectEverywhere(answer);
    expect(headers['cache-control']?.join()).not.toContain('immutable');
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(notFound.toString()) ?? [];
    expect(headers['content-security-policy']?.join()).toContain(hash('sha256', style, 'base64'));
  });

  it('sends an address without its last slash on, staying on the host that was asked', async () => {
    const answer = await get(to('about'));
    expect([answer.status, answer.headers.location]).toEqual([301, [to('about/')]]);
    expectEverywhere(answer);
  });

  it('each line of _redirects is a redirect here too', async () => {
    for (const [from = '', target = '', status = ''] of redirects) {
      const answer = await get(from);
      expect([answer.status, answer.headers.location]).toEqual([Number(status), [target]]);
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
    'refuses %s, saying what is allowed, and not to be kept as the page is',
    async (method) => {
      const answer = await get(to(), {}, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, ['GET, HEAD']]);
      expect(answer.headers['cache-control']).toBeUndefined();
      expectEverywhere(answer);
      expect((await get(to())).headers.allow).toBeUndefined();
    },
  );

  it.each([
    ['400', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
    ['400', 'nonsense\r\n\r\n'],
    ['414', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ])('%s is answered with the headers of every answer, each once', async (status, bytes) => {
    const head = await sent(bytes);
    expect(head).toContain(`HTTP/1.1 ${status} `);
    for (const [name, value] of Object.entries(everywhere(BASE)))
      expect(head.split(`\r\n${name}: ${value}`).length - 1, name).toBe(1);
  });

  it('sends no part of a file: whoever asks for one beyond its end gets it whole', async () => {
    const answer = await get(to(), { Range: 'bytes=999999999-' });
    expect(answer.status).toBe(200);
    expectEverywhere(answer);
  });

  it('sends the compressed copies to a proxy too, over HTTP/1.0 as well', async () => {
    const { headers } = await get(to(), { 'Accept-Encoding': 'gzip', Via: '1.1 proxy' });
    expect(headers['content-encoding']).toEqual(['gzip']);
    const old = `GET ${to()} HTTP/1.0\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n`;
    expect(await sent(old)).toContain('Content-Encoding: gzip');
  });

  it('does not name its version', async () => {
    expect((await get(to())).headers.server).toEqual(['nginx']);
  });
});
