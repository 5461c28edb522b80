/** `npm run bench:og`: the sharing pictures' number, bytes and seconds, without and with the cache. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPlan } from '#reader/read.ts';
import { writePictures } from '#share/render.ts';

const plan = await readPlan();
const folder = await mkdtemp(path.join(tmpdir(), 'og-'));
const out = path.join(folder, 'out');
for (const state of ['cold', 'warm']) {
  const start = performance.now();
  const { pictures, bytes, made } = await writePictures(plan, out, path.join(folder, 'cache'));
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  console.log(
    `${state}: ${String(pictures)} pictures, ${String(bytes)} bytes, ${String(made)} drawn, ${seconds} s`,
  );
}
const files = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.png'));
const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(out, name))).size));
console.log(`largest: ${String(Math.max(...sizes))} bytes`);
await rm(folder, { recursive: true });
