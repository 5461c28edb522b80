/**
 * What the pages of `src/pages/build/` hand to the steps after the build. None of it is published:
 * the last integration removes it.
 */
import { readFile, rm } from 'node:fs/promises';

/** Reads `build/<name>.json` of the built folder. */
export const readBuilt = async <Data>(dir: URL, name: string): Promise<Data> =>
  JSON.parse(await readFile(new URL(`build/${name}.json`, dir), 'utf8')) as Data;

export const removeBuilt = (dir: URL): Promise<void> =>
  rm(new URL('build/', dir), { recursive: true });
