/** What a reader's browser gets from nginx, request by request. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, to } from '#urls.ts';
import { addressOf, DIST } from '../dist-folder.ts';
import { hasNginx, startNginx, type Nginx } from './nginx.ts';
import { parseHeadersFile } from './headers-file.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const CODINGS = [
  ['br', 'br', brotliDecompressSync],
  ['gzip', 'gz', gunzipSync],
] as const;

let nginx: Nginx;
const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request(
      new URL(url, nginx.origin),
      { headers, method, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });

const redirects = readFileSync(path.join(DIST, '_redirects'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split(' '));
const moved = new Set(redirects.map(([from]) => from));

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile())
  .map((item) => path.relative(DIST, path.join(item.parentPath, item.name)))
  .filter((file) => !/^_(?:build|nginx|headers|redirects)|\.(?:gz|br)$/.test(file))
  // An address that has moved is sent on before its page is looked for.
  .filter((file) => !moved.has(addressOf(file)))
  .sort();
const bytesOf = (file: string) => readFileSync(path.join(DIST, file));

describe.skipIf(!hasNginx())('on nginx', () => {
  beforeAll(async () => {
    nginx = await startNginx({ dist: DIST });
  });
  afterAll(() => nginx.stop());

  describe('every file', () => {
    const rules = parseHeadersFile(readFileSync(path.join(DIST, '_headers'), 'utf8'));

    it('is served whole, plain to who asks for no compression', async () => {
      for (const file of files) {
        const { status, headers, body } = await get(addressOf(file));
        expect.soft([file, status, headers['content-encoding']]).toEqual([file, 200, undefined]);
        expect.soft(body.equals(bytesOf(file)), file).toBe(true);
      }
    });

    it('carries the headers that the static hosts are told, and each but once', async () => {
      for (const file of files) {
        const { headers } = await get(addressOf(file));
        const told = rules(addressOf(file));
        expect(Object.keys(told).length, file).toBeGreaterThanOrEqual(6);
        for (const [name, value] of Object.entries(told))
          expect.soft(headers[name], file).toBe(value);
        for (const name of [
          'content-security-policy',
          'speculation-rules',
          'access-control-allow-origin',
        ])
          if (!(name in told)) expect.soft(headers[name], `${file} ${name}`).toBeUndefined();
      }
    });

    it('is sent as the compressed copy that stands beside it', async () => {
      for (const file of files) {
        for (const [coding, ending, unpack] of CODINGS) {
          const { headers, body } = await get(addressOf(file), { 'Accept-Encoding': coding });
          const stands = existsSync(path.join(DIST, `${file}.${ending}`));
          expect(headers['content-encoding'], file).toBe(stands ? coding : undefined);
          if (file.endsWith('.html')) expect(stands, file).toBe(true);
          if (!stands) continue;
          expect(headers.vary).toContain('Accept-Encoding');
          // Pagefind's files are packed themselves: the copy holds what is in them.
          const packed = /\.(?:pagefind|pf_\w+)$/.test(file);
          const held = packed ? gunzipSync(bytesOf(file)) : bytesOf(file);
          expect(unpack(body).equals(held), file).toBe(true);
        }
      }
    });

    it('has a type, and a charset where it is text', async () => {
      for (const file of files) {
        const type = (await get(addressOf(file))).headers['content-type'];
        const isText = /\.(?:html|css|js|json|jsonld|csv|txt|md|xml|svg|ics|webmanifest)$/.test(
          file,
        );
        expect.soft(type, file).toMatch(isText ? /^\S+; charset=utf-8$/ : /^[a-z]+\/[\w.+-]+$/);
      }
    });
  });

  it('every page is kept a short while, then asked for again and answered with 304', async () => {
    const first = await get(to());
    expect(first.headers['cache-control']).toBe('max-age=300, must-revalidate');
    const again = await get(to(), { 'If-None-Match': String(first.headers.etag) });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
  });

  it('a fingerprinted file is kept for a year', async () => {
    const file = files.find((name) => /^_astro\/|^pagefind\/index\//.test(name)) ?? '';
    expect((await get(to(file))).headers['cache-control']).toBe('max-age=31536000, immutable');
  });

  it.each([
    'nothing-here/',
    'nothing-here',
    'about/nothing.html',
    '_nginx/maps.conf',
    '_headers',
    '_redirects',
  ])('answers %s with the site’s own page and 404', async (unknown) => {
    const { status, headers, body } = await get(to(unknown));
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body.equals(bytesOf('404.html'))).toBe(true);
  });

  it('sends an address without its last slash on, staying on the host that was asked', async () => {
    const { status, headers } = await get(to('about'));
    expect(status).toBe(301);
    expect(headers.location).toBe(to('about/'));
    expect(headers['strict-transport-security']).toContain('max-age=');
  });

  it('each line of _redirects is a redirect here too', async () => {
    for (const [from = '', target = '', status = ''] of redirects) {
      const answer = await get(from);
      expect([answer.status, answer.headers.location]).toEqual([Number(status), target]);
    }
  });

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await get(to(), {}, method)).status).toBe(405);
  });

  it('does not leave its folder', async () => {
    for (const way of ['../current/_nginx/maps.conf', '..%2f..%2fnginx.conf', '%2e%2e/nginx.conf'])
      expect([400, 404]).toContain((await get(`${BASE}${way}`)).status);
  });

  it('does not name its version', async () => {
    expect((await get(to())).headers.server).toBe('nginx');
  });
});
