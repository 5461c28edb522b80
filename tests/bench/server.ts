/**
 * A folder as a real server sends it: compressed ahead (brotli 11, gzip 9), with its types. A copy
 * that the build has made (`.br`) is sent as nginx's brotli_static does.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

export interface Serving {
  origin: string;
  close(): void;
}

/** Serves `root`, and besides it `extra`: texts by their path. */
export async function serve(
  root: string,
  extra: ReadonlyMap<string, string | Uint8Array>,
  port = 0,
): Promise<Serving> {
  const made = new Map<string, Buffer>();
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const file = path.join(root, name);
    const given = extra.get(name);
    if (given === undefined && !(existsSync(file) && statSync(file).isFile())) {
      response.writeHead(404).end();
      return;
    }
    const body = Buffer.from(given ?? readFileSync(file));
    const type = TYPES[path.extname(name)];
    const accepted = request.headers['accept-encoding'] ?? '';
    const ready = accepted.includes('br') && existsSync(`${file}.br`);
    const coding = ready
      ? 'br'
      : !type
        ? ''
        : accepted.includes('br')
          ? 'br'
          : accepted.includes('gzip')
            ? 'gzip'
            : '';
    const key = `${coding} ${name}`;
    const sent =
      made.get(key) ??
      (ready
        ? readFileSync(`${file}.br`)
        : coding === 'br'
          ? brotliCompressSync(body)
          : coding === 'gzip'
            ? gzipSync(body, { level: 9 })
            : body);
    made.set(key, sent);
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': sent.length,
      'cache-control': 'max-age=600',
      ...(coding && { 'content-encoding': coding }),
      ...(given === undefined && { 'content-security-policy': POLICY }),
    });
    response.end(sent);
  });
  await new Promise<void>((done) => server.listen(port, done));
  const { port: taken } = server.address() as AddressInfo;
  return { origin: `http://localhost:${String(taken)}`, close: () => server.close() };
}
