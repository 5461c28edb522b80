/** The poorest host there is: files with their types and nothing else. For tests alone. */
import { once } from 'node:events';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { TYPES } from '#deploy/headers.ts';

export interface PlainServer {
  origin: string;
  stop: () => Promise<void>;
}

/** What goes wrong; read at each request. */
export interface Faults {
  /** A path that answers 404 though the file stands. */
  missing?: string | undefined;
  /** A path whose answer breaks off in its middle. */
  cut?: string | undefined;
  /** A text after which every page waits for a moment. */
  pause?: string | undefined;
}

export async function startPlainServer(
  dist: string,
  base: string,
  faults: Faults = {},
): Promise<PlainServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = pathname.slice(base.length) + (pathname.endsWith('/') ? 'index.html' : '');
    const file = path.join(dist, decodeURIComponent(wanted));
    const stands = pathname.startsWith(base) && existsSync(file) && statSync(file).isFile();
    if (!stands || wanted === faults.missing) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404');
      return;
    }
    const type = TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream';
    const { size } = statSync(file);
    const { pause } = faults;
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': size });
    if (wanted === faults.cut)
      createReadStream(file, { end: Math.floor(size / 2) })
        .on('end', () => response.destroy())
        .pipe(response, { end: false });
    else if (pause && file.endsWith('.html')) {
      const [before = '', ...rest] = readFileSync(file, 'utf8').split(pause);
      response.write(before + pause);
      setTimeout(() => response.end(rest.join(pause)), 150);
    } else createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
