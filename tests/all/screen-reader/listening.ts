/** The site as it is built, and Orca reading it, once for the tests of a file. */
import { afterAll, beforeAll } from 'vitest';
import { BASE } from '#urls.ts';
import { DIST } from '../../dist-folder.ts';
import { startPlainServer } from '../../site/servers/plain-server.ts';
import { startReader, type Reader } from './reader.ts';

/** Says where a path is served, and who reads it. */
export function listening() {
  const its = {} as { origin: string; reader: Reader };
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startPlainServer(DIST, BASE);
    const reader = await startReader(server.origin + BASE);
    Object.assign(its, { origin: server.origin, reader });
    stop = async () => {
      await reader.stop();
      await server.stop();
    };
  });
  afterAll(() => stop());
  return its;
}
